import type { Lesson } from '../model.ts';
import type { Surface } from './context.ts';
import { isRemote, resolveFile } from './files.ts';
import { resolveLink } from './links.ts';
import type { RenderOptions } from './options.ts';

/**
 * The addresses that a lesson's deck and handout have of what their page names: of its pictures, of what lies
 * behind a slide, of what it links to. What is loaded from nowhere has none.
 */
export function findAddresses(lesson: Lesson, options: Pick<RenderOptions, 'place' | 'lessons'>): string[] {
  const pictures = lesson.pictures.filter(({ shown }) => shown).map(({ source }) => source);
  const backgrounds = lesson.slides.flatMap(({ background }) => background ?? []);
  const files = [...pictures, ...backgrounds].filter((source) => source !== '' && !isRemote(source));
  const surfaces: Surface[] = ['slide', 'handout'];
  const links = surfaces.flatMap((surface) =>
    lesson.links.map(({ href }) => resolveLink(href, { surface, options, anchors: new Map() })),
  );
  return [...new Set([...files.map((source) => resolveFile(source, options)), ...links])];
}
