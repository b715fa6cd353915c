import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { renderDeck } from '../compiler/html/deck.ts';
import { renderHandout } from '../compiler/html/handout.ts';
import { renderCourse } from '../compiler/html/index-page.ts';
import type { Course, CourseLesson } from '../course/course.ts';
import { findLessonFile } from '../course/lesson-files.ts';
import { findPageFiles } from '../course/page-files.ts';
import { makePageOptions } from '../course/render-pages.ts';
import { packageRoot } from '../system/package-root.ts';
import { isSitePath, type SiteFiles } from './site-folder.ts';

/**
 * A course as plain files for any web host: its index, for each lesson deck and handout with their
 * pictures and recordings, and the runtime. All addresses are relative, so that it works in any folder of
 * a host; nothing of another machine is needed, and commands replay.
 *
 * @param runtime the folder of the browser's runtime, as built
 */
export async function makeSite(
  course: Course,
  runtime = join(packageRoot, 'dist', 'deck'),
): Promise<SiteFiles> {
  const files: SiteFiles = new Map();
  files.set('index.html', { text: renderCourse(course, { runtime: '_capas/' }) });
  // GitHub Pages leaves out folders that begin with `_` unless this file is there.
  files.set('.nojekyll', { text: '' });
  for (const path of listRuntime(runtime)) files.set(`_capas/${path}`, { copyOf: join(runtime, path) });
  for (const own of course.lessons) {
    for (const [path, file] of await makeLessonFiles(course, own)) files.set(path, file);
  }
  return files;
}

async function makeLessonFiles(course: Course, own: CourseLesson): Promise<SiteFiles> {
  const options = await makePageOptions(course, own, 'static');
  const files: SiteFiles = new Map();
  files.set(`${own.slug}/index.html`, { text: renderDeck(own.lesson, options) });
  files.set(`${own.slug}/handout.html`, { text: renderHandout(own.lesson, options) });
  for (const address of findPageFiles({ ...options, lesson: own.lesson }))
    addFile(address, course, own, files);
  return files;
}

/** Takes a file of the lesson or of its course along, at the address that pages have for it. */
function addFile(address: string, course: Course, own: CourseLesson, files: SiteFiles): void {
  const [first = '', ...rest] = address.split('/');
  const folder = first === '_files' ? course.folder : own.folder;
  const found = findLessonFile(course.folder, folder, rest);
  if (found !== null && isSitePath(address)) files.set(address, { copyOf: found.path });
}

/** What draws diagrams before class, and the door of a helper, are of no use on a site. */
function listRuntime(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:prerender|enter)\./.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
