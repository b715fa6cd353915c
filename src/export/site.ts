import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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
    for (const [path, file] of await makeLessonFiles(course, own)) files.set(`${own.slug}/${path}`, file);
  }
  return files;
}

async function makeLessonFiles(course: Course, own: CourseLesson): Promise<SiteFiles> {
  const options = await makePageOptions(course, own, 'static');
  const files: SiteFiles = new Map();
  const pages = { 'index.html': renderDeck, 'handout.html': renderHandout };
  for (const [name, render] of Object.entries(pages)) {
    files.set(name, { text: bringFiles(render(own.lesson, options), course, own, files) });
  }
  for (const { href } of Object.values(options.recordings)) addFile(href, course, own, files);
  return files;
}

/** Takes what a page shows of its neighbouring files along, and gives back the page with their addresses. */
function bringFiles(html: string, course: Course, own: CourseLesson, files: SiteFiles): string {
  return html.replace(
    /(<(?:img|video|source|audio|a|section)\b[^>]*?\s(?:src|href|poster|data-background-image)=")([^"#?]+)/g,
    (whole, before: string, address: string) => {
      const place = addFile(address, course, own, files);
      return place === null ? whole : before + place;
    },
  );
}

/**
 * The address that a file beside the page has on the site, or `null` when it is none that is served. A
 * file above the page's folder comes to stand below it: `../img/a.png` becomes `img/a.png`.
 */
function addFile(address: string, course: Course, own: CourseLesson, files: SiteFiles): string | null {
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address)) return null;
  const path = decode(address.replaceAll('&amp;', '&'));
  const found = findLessonFile(course.folder, own.folder, [path]);
  if (found === null) return null;
  const place = path.split('/').filter((part) => part !== '..' && part !== '.' && part !== '');
  files.set(place.join('/'), { copyOf: found.path });
  return place.map(encodeURIComponent).join('/');
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
