import { attributes, escapeHtml } from '../html-text.ts';
import type { RenderOptions } from './options.ts';
import { pageRules } from './policy.ts';

export interface PageParts {
  lang: string;
  /** `deck`, `handout` or `course`: which page this is, for style sheets and the runtime. */
  name: 'deck' | 'handout' | 'course';
  title: string;
  description: string;
  /** More lines for the head. */
  head: string;
  body: string;
}

/** A stack of layers; in the page itself, so that no browser asks its host for one. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%23e8912d' d='M1 1h14v3H1z'/%3E%3Cpath fill='%235b8db3' d='M1 5h14v3H1z'/%3E%3Cpath fill='%233a6c93' d='M1 9h14v6H1z'/%3E%3C/svg%3E";

/**
 * One whole HTML document of ours. It loads its style and its script from the runtime, nothing else, and its
 * policy stands before anything that could load. Names in links are not looked up before they are followed.
 */
export function renderPage(parts: PageParts, options: Pick<RenderOptions, 'runtime' | 'theme'>): string {
  const runtime = escapeHtml(options.runtime);
  const theme = options.theme === undefined || options.theme === 'auto' ? null : options.theme;
  const asset = parts.name === 'deck' ? 'deck' : 'handout';
  const description =
    parts.description === '' ? '' : `<meta name="description" content="${escapeHtml(parts.description)}">\n`;
  return `<!doctype html>
<html lang="${escapeHtml(parts.lang)}" data-capas="${parts.name}"${attributes({ 'data-theme': theme })}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(pageRules.join('; '))}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(parts.title)}</title>
${description}<meta name="generator" content="Capas">
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${runtime}${asset}.css">
<script type="module" src="${runtime}${asset}.js"></script>
${parts.head}</head>
<body>
${parts.body}
</body>
</html>
`;
}
