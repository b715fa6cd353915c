import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { mediaTypeOf } from './media-types.ts';
import { resolveInside } from './resolve-inside.ts';

/** What a lesson's page may show; nothing else beside a page is served. */
const OF_LESSONS = /^\.(?:png|jpe?g|gif|webp|avif|svg|cast|mp4|webm|pdf)$/;
/** What the runtime is made of. */
const OF_RUNTIME = /^\.(?:js|css|woff2|svg|png)$/;

export interface ServedFile {
  path: string;
  type: string;
}

/** A picture, recording or diagram in `folder`, never outside `root`; `null` when not to be served. */
export function findLessonFile(root: string, folder: string, segments: string[]): ServedFile | null {
  return find(root, [folder, ...segments], OF_LESSONS);
}

/** A file of the browser's runtime; `null` when there is none of that name. */
export function findRuntimeFile(folder: string, segments: string[]): ServedFile | null {
  return find(folder, [folder, ...segments], OF_RUNTIME);
}

function find(root: string, path: string[], kinds: RegExp): ServedFile | null {
  const real = resolveInside(root, ...path);
  if (real === null || !statSync(real).isFile()) return null;
  return kinds.test(extname(real).toLowerCase()) ? { path: real, type: mediaTypeOf(real) } : null;
}
