import { relative, sep } from 'node:path';
import type { RenderOptions } from '../compiler/html/options.ts';
import type { Course, CourseLesson } from './course.ts';
import { readDiagram, readRecordings } from './recordings.ts';

/**
 * What a lesson's HTML needs to know beside the lesson, from the course and the files beside the page.
 * The same for the helper and for a built site.
 */
export function makeRenderOptions(
  course: Course,
  own: CourseLesson,
  { home, highlight }: Pick<RenderOptions, 'home' | 'highlight'>,
): RenderOptions {
  const place = course.lessons.findIndex(({ slug }) => slug === own.slug);
  const neighbour = (offset: number) => {
    const other = course.lessons[place + offset];
    return place >= 0 && other ? { slug: other.slug, title: other.lesson.title } : null;
  };
  return {
    ...makeAddressing(course, own),
    home,
    runtime: '../_capas/',
    theme: course.theme,
    recordings: readRecordings(own),
    svg: (id) => readDiagram(own.folder, id),
    highlight,
    previous: neighbour(-1),
    next: neighbour(1),
    course: course.lessons.length > 1 ? course.title : null,
  };
}

/** What the addresses in a lesson's pages depend on. */
export type Addressing = Pick<RenderOptions, 'slug' | 'place' | 'lessons'>;

export function makeAddressing(course: Course, own: CourseLesson): Addressing {
  return {
    slug: own.slug,
    place: { folder: relativeAddress(course.folder, own.folder), files: '../_files/' },
    lessons: Object.fromEntries(
      course.lessons.map(({ path, slug }) => [relativeAddress(own.folder, path), slug]),
    ),
  };
}

function relativeAddress(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
