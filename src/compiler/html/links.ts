import type { Inline } from '../model.ts';
import { plainText } from '../slides/inline-html.ts';
import { staysWhole } from '../slides/measure.ts';
import type { Context } from './context.ts';
import { escapeHtml } from './escape.ts';
import { isRemote, resolveFile } from './files.ts';
import { writeFormulas } from './math.ts';
import type { RenderOptions } from './options.ts';

/** Sanitised HTML of a run of text, its links led to where they stand in the deck, the handout or the course. */
export function renderInline(inline: Inline, context: Context): string {
  return keepWhole(writeFormulas(relink(inline.html, context)));
}

/** Browsers end lines after any hyphen; within short code that would part `-` from `s`. */
function keepWhole(html: string): string {
  return html.replace(/<code>([^<]*-[^<]*)<\/code>/g, (code, text: string) =>
    staysWhole(plainText(text)) ? `<code class="whole">${text}</code>` : code,
  );
}

/** Rewrites links and pictures of sanitised HTML, whose attributes are always in double quotes. */
export function relink(html: string, context: Context): string {
  let inLink = false;
  return html.replace(/<(\/?a|img)\b[^>]*>/g, (tag, name: string) => {
    if (name === 'img') return replacePicture(tag, inLink, context);
    inLink = name === 'a';
    return replaceAttribute(tag, 'href', (href) => resolveLink(href, context));
  });
}

/** A picture of another machine is not loaded: its words stand there and lead to it. */
function replacePicture(tag: string, inLink: boolean, context: Context): string {
  const source = readAttribute(tag, 'src');
  if (!isRemote(source)) return replaceAttribute(tag, 'src', (path) => resolveFile(path, context.options));
  const label = escapeHtml(readAttribute(tag, 'alt') || nameOf(source));
  const title = escapeHtml(`${context.words.remotePicture}: ${source}`);
  return inLink
    ? `<span title="${title}">${label}</span>`
    : `<a href="${escapeHtml(source)}" title="${title}">${label}</a>`;
}

/** The name of the file at an address, or the machine's where it has none. */
function nameOf(address: string): string {
  const [host = address, ...path] = address
    .replace(/^(?:https?:)?\/\//i, '')
    .replace(/[?#].*$/s, '')
    .split('/');
  return path.findLast((name) => name !== '') ?? host;
}

function readAttribute(tag: string, name: string): string {
  return unescapeAttribute(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function replaceAttribute(tag: string, name: string, change: (value: string) => string): string {
  return tag.replace(
    new RegExp(`(\\s${name}=")([^"]*)"`),
    (_, before: string, value: string) => `${before}${escapeHtml(change(unescapeAttribute(value)))}"`,
  );
}

/** Where a link of the page leads: a slide, a lesson of the course, or where the author said. */
export function resolveLink(href: string, context: Context): string {
  if (href.startsWith('#')) return context.anchors.get(decode(href.slice(1))) ?? href;
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return href;
  const [path = '', anchor = ''] = href.split('#');
  const slug = lessonAt(path, context.options);
  if (slug === undefined) return isFile(path) ? resolveFile(href, context.options) : href;
  const page = context.surface === 'handout' ? 'handout.html' : '';
  return `../${slug}/${page}${anchor === '' ? '' : `#${anchor}`}`;
}

/** Something to show or to save, not a page of a site. */
function isFile(path: string): boolean {
  return /\.(?!html?$|md$|markdown$)[a-z\d]+(?:\?.*)?$/i.test(path);
}

/** Jekyll writes `page.md` and `page.html`, or leaves the ending or the file's name out; `/` is the course's folder. */
function lessonAt(path: string, { lessons = {}, place }: RenderOptions): string | undefined {
  const from = path.startsWith('/') ? `${place?.folder ?? ''}/` : '';
  const bare = normalisePath(path).replace(/\.(md|markdown|html)$/i, '');
  const names = [bare, `${bare}/index`, bare === '' ? 'index' : `${bare}/README`];
  for (const [page, slug] of Object.entries(lessons)) {
    if (names.includes(normalisePath(from + page).replace(/\.(md|markdown|html|txt)$/i, ''))) return slug;
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

function unescapeAttribute(value: string): string {
  return value.replace(/&(amp|quot|lt|gt|#39);/g, (_, name: string) => UNESCAPED[name]!);
}

const UNESCAPED: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
