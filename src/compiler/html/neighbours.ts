import { escapeHtml } from '../html-text.ts';
import type { LessonLink, RenderOptions } from './options.ts';
import type { Words } from './words.ts';

/**
 * Links to the lessons before and after this one, and nothing where it stands alone.
 *
 * @param page which of a lesson's pages they lead to; empty for the deck
 */
export function renderNeighbours(options: RenderOptions, words: Words, page: '' | 'handout.html'): string {
  const links = [
    renderLink('prev', words.previous, options.previous, page),
    renderLink('next', words.next, options.next, page),
  ].join('');
  return links === '' ? '' : `<nav class="neighbours">${links}</nav>`;
}

function renderLink(
  relation: 'prev' | 'next',
  label: string,
  lesson: LessonLink | null | undefined,
  page: string,
): string {
  if (!lesson) return '';
  const href = `../${escapeHtml(encodeURIComponent(lesson.slug))}/${page}`;
  return `<a rel="${relation}" href="${href}"><span>${escapeHtml(label)}</span> ${escapeHtml(lesson.title)}</a>`;
}
