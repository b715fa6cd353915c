import type { Diagnostic } from '../../model.ts';
import { anchorsIn, hasAnchor } from '../anchors.ts';
import { makeDiagnostic, type Position } from '../codes.ts';
import type { Rule, Subject } from '../subject.ts';

/** Links within the page and to neighbours that lead nowhere. Other sites are not asked. */
export const findBrokenLinks: Rule = (subject) => {
  const own = anchorsIn(subject.lines.join('\n'), subject.blocks);
  const ours = subject.lesson.links.filter(({ href }) => isOurs(href));
  return ours.flatMap(({ href, line }) => {
    const [path = '', anchor = ''] = splitHref(href);
    if (path !== '') return judgeNeighbour(subject, path, anchor, subject.find(path, line));
    if (anchor === '' || hasAnchor(own, anchor)) return [];
    return [makeDiagnostic('broken-anchor', subject.find(`#${anchor}`, line), anchor)];
  });
};

/** Not to another site, not of another kind (`mailto:`), and not made by a template that only the site runs. */
function isOurs(href: string): boolean {
  return href !== '' && !/^[a-z][a-z\d+.-]*:|^\/\/|[{}]/i.test(href);
}

function splitHref(href: string): string[] {
  const at = href.indexOf('#');
  return at < 0 ? [href] : [href.slice(0, at), href.slice(at + 1)];
}

function judgeNeighbour(subject: Subject, path: string, anchor: string, place: Position): Diagnostic[] {
  const bare = path.replace(/\?.*$/s, '');
  if (bare === '') return [];
  const state = subject.neighbours.find(bare);
  if (state === 'missing') return [makeDiagnostic('broken-link', place, path)];
  if (state === 'unknown' || anchor === '') return [];
  const page = subject.neighbours.readPage(bare);
  if (page === null || hasAnchor(anchorsIn(page), anchor)) return [];
  return [makeDiagnostic('broken-anchor', place, anchor, path)];
}
