import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { compile } from '../compiler/compile.ts';
import type { Lesson, Surroundings } from '../compiler/model.ts';
import { orderPages } from './course-order.ts';
import { readCourseSettings } from './course-settings.ts';
import { findPages } from './find-pages.ts';
import { isInside } from './inside.ts';
import { packageRoot } from './package-root.ts';
import { makeSlugs } from './slugs.ts';
import { makeSurroundings } from './surroundings.ts';
import { readPageText } from './text-file.ts';
import { UsageError } from './usage-error.ts';

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
 * Throws {@link UsageError} (one line: the path and what to do) when there is no lesson to be had.
 */
export function loadCourse(path?: string): Course {
  const asked = path ?? defaultPath();
  const { root, pages } = findPages(resolve(asked), asked);
  const settings = readCourseSettings(root);
  const slugs = makeSlugs(pages);
  const place = { folder: root, engine: settings.engine };
  const loaded = pages.map((page, i) => loadLesson(page, place, slugs[i]!));
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
  };
}

/** Reads and compiles one page of a course. Throws {@link UsageError} when it can't be read. */
export function loadLesson(
  path: string,
  course: Pick<Course, 'folder' | 'engine'>,
  slug: string,
): CourseLesson {
  const folder = dirname(path);
  const name = shortName(path);
  const { text, warnings } = readPageText(path, name);
  const surroundings = makeSurroundings(folder, course.folder);
  const lesson = compile({ path: name, text }, surroundings);
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

function defaultPath(): string {
  return existsSync('slides') ? 'slides' : join(packageRoot, 'slides');
}
