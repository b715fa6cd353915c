import { expect, it } from 'vitest';
import { securityHeaders } from './headers.ts';

const policy = new Map(
  (securityHeaders['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources] as const;
  }),
);

it.each(['default-src', 'style-src-attr', 'base-uri', 'form-action'])('a page may have no %s', (name) => {
  expect(policy.get(name)).toEqual(["'none'"]);
});

it.each(['script-src', 'style-src', 'font-src', 'connect-src', 'media-src', 'frame-src'])(
  'a page has its %s from the helper only',
  (name) => {
    expect(policy.get(name)).toEqual(["'self'"]);
  },
);

it('a page may be framed by the helper’s own at most', () => {
  expect(["'self'", "'none'"]).toContain(policy.get('frame-ancestors')?.join(' '));
});

it('a page shows pictures of the helper and those in its own text, and has its style elements', () => {
  expect(policy.get('img-src')).toEqual(["'self'", 'data:']);
  expect(policy.get('style-src-elem')).toEqual(["'self'", "'unsafe-inline'"]);
});

it.each([
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cache-Control', 'no-store'],
])('%s is %s', (name, value) => {
  expect(securityHeaders[name]).toBe(value);
});
