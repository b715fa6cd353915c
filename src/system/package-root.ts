import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that Capas itself is installed in; the same from the sources and from the build. */
export const packageRoot = findUp(dirname(fileURLToPath(import.meta.url)));

/** The version in `package.json`. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
}

function findUp(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json of capas not found');
  return findUp(parent);
}
