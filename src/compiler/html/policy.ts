/**
 * What a written page may do wherever it is opened, also on a host that sends no policy of its own (CSP level 3):
 * load from its own site, run the runtime's scripts, nothing else. Style elements may stand in line, because
 * pictures of diagrams and the terminal bring theirs; what they could ask for is forbidden all the same.
 * Who may frame the page is not to be said here: browsers heed it in a header only.
 */
export const pageRules = [
  "default-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "style-src 'self'",
  "style-src-elem 'self' 'unsafe-inline'",
  "style-src-attr 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];
