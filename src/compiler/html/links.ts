import type { Inline } from '../model.ts';
import { plainText } from '../slides/inline-html.ts';
import { staysWhole } from '../slides/measure.ts';
import type { Context } from './context.ts';
import { escapeHtml } from './escape.ts';
import { isRemote, resolveFile } from './files.ts';
import { writeFormulas } from './math.ts';
import { authorId, authorValue } from './names.ts';
import type { RenderOptions } from './options.ts';
import { readAttribute, rewriteAttributes, rewriteTags } from './tags.ts';

/** Sanitised HTML of a run of text, as it may stand in our pages: see {@link relink}. */
export function renderInline(inline: Inline, context: Context): string {
  return keepWhole(relink(writeFormulas(inline.html), context));
}

/** Browsers end lines after any hyphen; within short code that would part `-` from `s`. */
function keepWhole(html: string): string {
  return html.replace(/<code>([^<]*-[^<]*)<\/code>/g, (code, text: string) =>
    staysWhole(plainText(text)) ? `<code class="whole">${text}</code>` : code,
  );
}

/**
 * The author's sanitised HTML, its links and pictures led to where they stand in the deck, the handout or the
 * course, its elements called by no name of ours.
 */
export function relink(html: string, context: Context): string {
  let inLink = false;
  return rewriteTags(html, (tag, name) => {
    if (name === 'img') return renderPicture(tag, inLink, context);
    if (name === 'a') inLink = !tag.startsWith('</');
    return rewriteAttributes(tag, (attribute, value) =>
      name === 'a' && attribute === 'href'
        ? resolveLink(value, context)
        : authorValue(attribute, value, context.surface),
    );
  });
}

/** A picture of another machine is not loaded: its words stand there and lead to it. */
function renderPicture(tag: string, inLink: boolean, context: Context): string {
  const source = readAttribute(tag, 'src');
  if (!isRemote(source)) {
    return rewriteAttributes(tag, (attribute, value) =>
      attribute === 'src'
        ? resolveFile(value, context.options)
        : authorValue(attribute, value, context.surface),
    );
  }
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

/** Where a link of the page leads: a slide, a lesson of the course, or where the author said. */
export function resolveLink(href: string, context: Context): string {
  if (href.startsWith('#'))
    return context.anchors.get(decode(href.slice(1))) ?? `#${anchorOf(href.slice(1))}`;
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return href;
  const [path = '', anchor = ''] = href.split('#');
  const slug = lessonAt(path, context.options);
  if (slug === undefined) return isFile(path) ? resolveFile(href, context.options) : href;
  const page = context.surface === 'handout' ? 'handout.html' : '';
  return `../${slug}/${page}${anchor === '' ? '' : `#${anchorOf(anchor)}`}`;
}

/** As the id that it leads to is written; see {@link authorId}. */
function anchorOf(anchor: string): string {
  const id = decode(anchor);
  return authorId(id) === id ? anchor : authorId(id);
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
