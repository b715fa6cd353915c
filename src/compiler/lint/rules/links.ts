import type { Diagnostic } from '../../model.ts';
import { visit } from '../../walk.ts';
import { anchorsIn, hasAnchor } from '../anchors.ts';
import { makeDiagnostic, type Place } from '../codes.ts';
import { attributeOf, runsOf } from '../inlines.ts';
import type { Rule, Subject } from '../subject.ts';

/** Links within the page and to neighbours that lead nowhere. Other sites are not asked. */
export const findBrokenLinks: Rule = (subject) => {
  const own = anchorsIn(subject.lines.join('\n'), subject.lesson.document);
  return linksOf(subject).flatMap(({ href, line }) => {
    const [path = '', anchor = ''] = splitHref(href);
    if (path !== '') return judgeNeighbour(subject, path, anchor, subject.find(path, line));
    if (anchor === '' || hasAnchor(own, anchor)) return [];
    return [makeDiagnostic('broken-anchor', subject.find(`#${anchor}`, line), anchor)];
  });
};

function linksOf({ lesson }: Subject): { href: string; line: number }[] {
  const links: { href: string; line: number }[] = [];
  visit(lesson.document, (block) => {
    if (block.kind === 'figure' && block.link !== null) links.push({ href: block.link, line: block.line });
  });
  for (const { html, line } of runsOf(lesson.document)) {
    for (const [tag] of html.matchAll(/<a\b[^>]*>/g)) {
      const href = attributeOf(tag, 'href');
      if (href !== null) links.push({ href, line });
    }
  }
  return links.filter(({ href }) => isOurs(href));
}

/** Not to another site, not of another kind (`mailto:`), and not made by a template that only the site runs. */
function isOurs(href: string): boolean {
  return href !== '' && !/^[a-z][a-z\d+.-]*:|^\/\/|[{}]/i.test(href);
}

function splitHref(href: string): string[] {
  const at = href.indexOf('#');
  return at < 0 ? [href] : [href.slice(0, at), href.slice(at + 1)];
}

function judgeNeighbour(subject: Subject, path: string, anchor: string, place: Place): Diagnostic[] {
  const bare = path.replace(/\?.*$/s, '');
  if (bare === '') return [];
  const state = subject.neighbours.find(bare);
  if (state === 'missing') return [makeDiagnostic('broken-link', place, path)];
  if (state === 'unknown' || anchor === '') return [];
  const page = subject.neighbours.readPage(bare);
  if (page === null || hasAnchor(anchorsIn(page), anchor)) return [];
  return [makeDiagnostic('broken-anchor', place, anchor, path)];
}
