import { readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { renderDeck } from '../compiler/html/deck.ts';
import { renderHandout } from '../compiler/html/handout.ts';
import { renderCourse } from '../compiler/html/index-page.ts';
import type { Course, CourseLesson } from '../helper/course.ts';
import { findLessonFile } from '../helper/lesson-files.ts';
import { packageRoot } from '../helper/package-root.ts';
import { makePageOptions } from '../helper/renderer.ts';
import type { SiteFiles } from './site-folder.ts';

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
  const pages = { 'index.html': renderDeck, 'handout.html': renderHandout };
  for (const [name, render] of Object.entries(pages)) {
    const html = render(own.lesson, options);
    files.set(`${own.slug}/${name}`, { text: html });
    for (const address of addressesIn(html)) addFile(address, course, own, files);
  }
  for (const { href } of Object.values(options.recordings)) addFile(href, course, own, files);
  return files;
}

/** What a page shows of, or links to among, files. */
function addressesIn(html: string): string[] {
  const found = html.matchAll(/<(?:img|a|section)\b[^>]*?\s(?:src|href|data-background-image)="([^"#?]+)/g);
  return [...found].map(([, address]) => address!.replaceAll('&amp;', '&').replaceAll('&#39;', "'"));
}

/** Takes a file of the lesson or of its course along, at the address that pages have for it. */
function addFile(address: string, course: Course, own: CourseLesson, files: SiteFiles): void {
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address)) return;
  const [first = '', ...rest] = posix.join(own.slug, decode(address)).split('/');
  const folder = new Map([
    [own.slug, own.folder],
    ['_files', course.folder],
  ]).get(first);
  const found = folder === undefined ? null : findLessonFile(course.folder, folder, rest);
  if (found !== null) files.set([first, ...rest].join('/'), { copyOf: found.path });
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What draws diagrams before class is of no use on a site. */
function listRuntime(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'prerender.js')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
