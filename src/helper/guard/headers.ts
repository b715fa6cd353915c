import { pageRules } from '../../compiler/html/policy.ts';

/** What is answered, as far as it makes a difference to what the browser may do with it. */
export type AnswerKind = 'page' | 'file' | 'document';

/**
 * What the browser is told with every answer. The policy (CSP level 3) lets a lesson's page load from the
 * helper only and run no script of its own, whatever its Markdown holds; the rest keeps every site, this one
 * too, from framing it, and others from embedding or reading it.
 */
export function securityHeaders(kind: AnswerKind): Record<string, string> {
  return {
    'Content-Security-Policy': POLICIES[kind].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

const ALONE = "frame-ancestors 'none'";

/** A lesson's file is data from elsewhere: it may draw itself, and nothing more. */
const data = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  ALONE,
];

const POLICIES: Record<AnswerKind, string[]> = {
  page: [...pageRules, ALONE],
  file: ['sandbox', ...data],
  /** A browser's viewer for PDF and video, which hold no page, does not work in a sandbox. */
  document: data,
};
