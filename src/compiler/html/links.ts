import type { Inline } from '../model.ts';
import type { Context } from './context.ts';
import { escapeHtml } from './escape.ts';

/** Sanitised HTML of a run of text, its links led to where they stand in the deck, the handout or the course. */
export function renderInline(inline: Inline, context: Context): string {
  return relink(inline.html, context);
}

/** Rewrites the `href`s of sanitised HTML, whose attributes are always in double quotes. */
export function relink(html: string, context: Context): string {
  return html.replace(/(<a\b[^>]*?\shref=")([^"]*)"/g, (_, before: string, href: string) => {
    const target = resolveLink(unescapeHref(href), context);
    return `${before}${escapeHtml(target)}"`;
  });
}

/** Where a link of the page leads: a slide, a lesson of the course, or where the author said. */
export function resolveLink(href: string, context: Context): string {
  if (href.startsWith('#')) return context.anchors.get(decode(href.slice(1))) ?? href;
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return href;
  const [path = '', anchor = ''] = href.split('#');
  const slug = lessonAt(path, context.options.lessons ?? {});
  if (slug === undefined) return href;
  const page = context.surface === 'handout' ? 'handout.html' : '';
  return `../${slug}/${page}${anchor === '' ? '' : `#${anchor}`}`;
}

/** Jekyll writes `page.md` and `page.html`, or leaves the ending or the file's name out. */
function lessonAt(path: string, lessons: Record<string, string>): string | undefined {
  const bare = normalisePath(path).replace(/\.(md|markdown|html)$/i, '');
  const names = [bare, `${bare}/index`, bare === '' ? 'index' : `${bare}/README`];
  for (const [page, slug] of Object.entries(lessons)) {
    if (names.includes(normalisePath(page).replace(/\.(md|markdown|html|txt)$/i, ''))) return slug;
  }
  return undefined;
}

function normalisePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function unescapeHref(href: string): string {
  return href.replace(/&(amp|quot|lt|gt|#39);/g, (_, name: string) => UNESCAPED[name]!);
}

const UNESCAPED: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
