/** What is answered, as far as it makes a difference to what the browser may do with it. */
export type AnswerKind = 'page' | 'speaker' | 'mirror' | 'file' | 'document';

/**
 * What the browser is told with every answer. The policy (CSP level 3) lets a lesson's page load from the
 * helper only and run no script of its own, whatever its Markdown holds; the rest keeps other sites from
 * framing, embedding or reading it. Only style elements may stand in line: the terminal makes them.
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

/** Nobody frames it, and a form or a base of a lesson's leads nowhere. */
const alone = ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"];

const own = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-elem 'self' 'unsafe-inline'",
  "style-src-attr 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
];

/** A lesson's file is data from elsewhere: it may draw itself, and nothing more. */
const data = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "media-src 'self'",
  ...alone,
];

const POLICIES: Record<AnswerKind, string[]> = {
  page: [...own, ...alone],
  /** The speaker's window frames pictures of the deck. */
  speaker: [...own, "frame-src 'self'", ...alone],
  /** Such a picture: it runs nothing and never connects. */
  mirror: [...own, ...alone.map((rule) => rule.replace("ancestors 'none'", "ancestors 'self'"))],
  file: ['sandbox', ...data],
  /** A browser's viewer for PDF and video, which hold no page, does not work in a sandbox. */
  document: data,
};
