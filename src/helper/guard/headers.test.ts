import { describe, expect, it } from 'vitest';
import { type AnswerKind, securityHeaders } from './headers.ts';

/** What each kind of answer must say. Whatever is taken out of the table in `headers.ts` is missed here. */
const alone = { 'base-uri': "'none'", 'form-action': "'none'" };
const ours = {
  'default-src': "'none'",
  'script-src': "'self'",
  'script-src-attr': "'none'",
  'style-src': "'self'",
  'style-src-elem': "'self' 'unsafe-inline'",
  'style-src-attr': "'none'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'media-src': "'self'",
  ...alone,
};
const data = {
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': "'self' data:",
  'media-src': "'self'",
  'frame-ancestors': "'none'",
  ...alone,
};
const policies: Record<AnswerKind, Record<string, string>> = {
  page: { ...ours, 'frame-ancestors': "'none'" },
  file: { ...data, sandbox: '' },
  document: data,
};

describe.each(Object.entries(policies))('an answer of the kind %s', (kind, policy) => {
  // Asked in each test: what fails here while the tests are gathered would be no test that fails.
  const headers = () => securityHeaders(kind as AnswerKind);

  it('has exactly this policy', () => {
    const rules = headers()
      ['Content-Security-Policy']!.split('; ')
      .map((rule) => {
        const [name = '', ...values] = rule.split(' ');
        return [name, values.join(' ')];
      });
    expect(Object.fromEntries(rules)).toEqual(policy);
    expect(rules).toHaveLength(Object.keys(policy).length);
  });

  it('is of one type, for this origin only, kept and told nowhere', () => {
    const { 'Content-Security-Policy': _, ...others } = headers();
    expect(others).toEqual({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    });
  });
});
