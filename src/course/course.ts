import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { compile } from '../compiler/compile.ts';
import type { Lesson, Surroundings } from '../compiler/model.ts';
import { packageRoot } from '../system/package-root.ts';
import { UsageError } from '../system/usage-error.ts';
import { orderPages } from './course-order.ts';
import { readCourseSettings } from './course-settings.ts';
import { findPages } from './find-pages.ts';
import { PageError } from './page-error.ts';
import { isInside, resolveInside } from './resolve-inside.ts';
import { makeSlugs } from './slugs.ts';
import { makeSurroundings } from './surroundings.ts';
import { readPageText } from './text-file.ts';

/** A course as it stands on disk at this moment, compiled. */
export interface Course {
  title: string;
  author: string;
  /** A sentence or two; may be empty. */
  description: string;
  /** BCP 47 tag of its interface. */
  lang: string;
  theme: 'light' | 'dark' | 'auto';
  /** `none`: no command of it needs a container engine, whatever it looks like. */
  engine: 'auto' | 'none';
  /** Absolute; nothing outside of it is read or served. */
  folder: string;
  /** In the order in which they are taught; at least one. */
  lessons: CourseLesson[];
  /** Pages that are no lessons, since they can't be read or compiled. */
  leftOut: LeftOutPage[];
}

export interface LeftOutPage {
  /** As messages show it. */
  name: string;
  /** What happened, and what to do, in one line. */
  reason: string;
}

export interface CourseLesson {
  /** Its place in addresses; unique in the course. */
  slug: string;
  /** Absolute. */
  path: string;
  /** Absolute; pictures, recordings and diagrams lie in it. */
  folder: string;
  lesson: Lesson;
  surroundings: Surroundings;
}

/**
 * Reads and compiles what a path names: a page, a lesson's folder or a course's folder; without a path
 * `slides/` where the user stands, or the course that ships with Capas.
 * A page of several that can't be read or compiled is left out. Throws {@link UsageError} (one line: the path and
 * what to do) when there is no lesson to be had.
 */
export function loadCourse(path?: string): Course {
  const asked = path ?? defaultPath();
  const { root, pages } = findPages(resolve(asked), asked);
  const settings = readCourseSettings(root);
  const slugs = makeSlugs(pages);
  const place = { folder: root, engine: settings.engine };
  const { loaded, leftOut } = loadEach(pages, (page, at) => loadLesson(page, place, slugs[at]!));
  const lessons = orderPages(
    loaded.map((own) => ({ ...own, navOrder: own.lesson.settings.navOrder })),
    root,
  ).map(({ navOrder: _, ...own }) => own);
  const [first] = lessons;
  return {
    title: settings.title || (lessons.length === 1 ? first!.lesson.title : basename(root)),
    description: settings.description,
    author: settings.author || first!.lesson.settings.author,
    lang: settings.language || first!.lesson.lang,
    theme: settings.theme,
    ...place,
    lessons,
    leftOut,
  };
}

/** What comes of each page; of those that fail, why. Throws when all of them do. */
function loadEach<T>(
  pages: string[],
  load: (page: string, at: number) => T,
): { loaded: T[]; leftOut: LeftOutPage[] } {
  const loaded: T[] = [];
  const errors: { page: string; error: Error }[] = [];
  for (const [at, page] of pages.entries()) {
    try {
      loaded.push(load(page, at));
    } catch (error) {
      errors.push({ page, error: error as Error });
    }
  }
  if (loaded.length === 0) throw errors[0]!.error;
  return {
    loaded,
    leftOut: errors.map(({ page, error }) => ({ name: shortName(page), reason: reasonOf(error) })),
  };
}

function reasonOf(error: Error): string {
  return error instanceof PageError ? error.reason : error.message;
}

/** Reads and compiles one page of a course. Throws {@link PageError} when it can't be. */
export function loadLesson(
  path: string,
  course: Pick<Course, 'folder' | 'engine'>,
  slug: string,
): CourseLesson {
  const folder = dirname(path);
  const name = shortName(path);
  if (existsSync(path) && resolveInside(course.folder, path) === null)
    throw new PageError(name, 'leads out of the course. Put the page itself there.');
  const { text, warnings } = readPageText(path, name);
  const surroundings = makeSurroundings(folder, course.folder);
  const lesson = compileNamed(name, text, surroundings);
  const engine = course.engine === 'none' ? course.engine : lesson.settings.engine;
  return {
    slug,
    path,
    folder,
    surroundings,
    lesson: {
      ...lesson,
      settings: { ...lesson.settings, engine },
      warnings: [...warnings, ...lesson.warnings],
    },
  };
}

/** No page should make the compiler fail; where one does, its author can at least find it. */
function compileNamed(name: string, text: string, surroundings: Surroundings): Lesson {
  try {
    return compile({ path: name, text }, surroundings);
  } catch (error) {
    const reason = `can't be compiled (${(error as Error).message}). Take out what was added last.`;
    throw new PageError(name, reason, { cause: error });
  }
}

/** What a path names, as the same for whoever names it; throws what {@link loadCourse} throws where it is not there. */
export function realCoursePath(path?: string): string {
  const asked = path ?? defaultPath();
  try {
    return realpathSync(asked);
  } catch {
    throw new UsageError(`${asked}: there is no such page or folder. Check the path.`);
  }
}

/** The path as messages show it: relative to where the user stands, where that is shorter to read. */
function shortName(path: string): string {
  return isInside(process.cwd(), path) ? relative(process.cwd(), path) : path;
}

/** What the user did not name is not looked for elsewhere, as a link in a cloned repository would have it. */
function defaultPath(): string {
  if (!existsSync('slides')) return join(packageRoot, 'slides');
  if (resolveInside(process.cwd(), 'slides') === null)
    throw new UsageError(
      'slides: a link that leads out of this folder. Where you mean it, name it as the path.',
    );
  return 'slides';
}
