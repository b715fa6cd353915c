import { decodeAddress } from '../address.ts';
import type { Context } from './context.ts';
import { resolveFile } from './files.ts';
import { authorId } from './names.ts';
import type { RenderOptions } from './options.ts';

/** What addresses depend on. */
type Addressing = Pick<RenderOptions, 'lessons' | 'place'>;

/** Where a link of the page leads: a slide, a lesson of the course, or where the author said. */
export function resolveLink(
  href: string,
  context: Pick<Context, 'surface' | 'anchors'> & { options: Addressing },
): string {
  if (href.startsWith('#'))
    return context.anchors.get(decodeAddress(href.slice(1))) ?? `#${anchorOf(href.slice(1))}`;
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)) return href;
  const [path = '', anchor = ''] = href.split('#');
  const slug = lessonAt(path, context.options);
  if (slug === undefined) return isFile(path) ? resolveFile(href, context.options) : href;
  const page = context.surface === 'handout' ? 'handout.html' : '';
  return `../${slug}/${page}${anchor === '' ? '' : `#${anchorOf(anchor)}`}`;
}

/** As the id that it leads to is written; see {@link authorId}. */
function anchorOf(anchor: string): string {
  const id = decodeAddress(anchor);
  return authorId(id) === id ? anchor : authorId(id);
}

/** Something to show or to save, not a page of a site. */
function isFile(path: string): boolean {
  return /\.(?!html?$|md$|markdown$)[a-z\d]+(?:\?.*)?$/i.test(path);
}

/** Jekyll writes `page.md` and `page.html`, or leaves the ending or the file's name out; `/` is the course's folder. */
function lessonAt(path: string, { lessons = {}, place }: Addressing): string | undefined {
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
