import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, time } from './figures.js';
import { makeLesson } from './pages.js';

const bin = join(import.meta.dirname, '..', 'bin', 'capas.js');

/**
 * Starting the command line: `inspect` of a page, beside Node doing nothing.
 * @returns {Promise<import('./figures.js').Figure[]>}
 */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'capas-bench-'));
  const page = join(folder, 'page.md');
  writeFileSync(page, makeLesson());
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  run(bin, 'inspect', page, '--json');
  const inspecting = await time(15, () => run(bin, 'inspect', page, '--json'));
  const bare = await time(15, () => run('-e', '0'));
  rmSync(folder, { recursive: true });
  return [
    { what: 'capas inspect of a page', value: median(inspecting), unit: 'ms', most: 300 },
    { what: 'Node doing nothing', value: median(bare), unit: 'ms' },
  ];
}
