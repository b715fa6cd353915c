import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { resolveInside } from './inside.ts';

/** What a lesson's page may show, and how the browser is told; nothing else beside a page is served. */
const LESSON_TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
  '.cast': 'application/x-asciicast',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.pdf': 'application/pdf',
};

/** What the runtime is made of. */
const RUNTIME_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface ServedFile {
  path: string;
  type: string;
}

/** A picture, recording or diagram beside a page in `folder`, never outside `root`; `null` when not to be served. */
export function findLessonFile(root: string, folder: string, segments: string[]): ServedFile | null {
  return find(root, [folder, ...segments], LESSON_TYPES);
}

/** A file of the browser's runtime; `null` when there is none of that name. */
export function findRuntimeFile(folder: string, segments: string[]): ServedFile | null {
  return find(folder, [folder, ...segments], RUNTIME_TYPES);
}

function find(root: string, path: string[], types: Record<string, string>): ServedFile | null {
  const real = resolveInside(root, ...path);
  if (real === null || !statSync(real).isFile()) return null;
  const type = types[extname(real).toLowerCase()];
  return type === undefined ? null : { path: real, type };
}
