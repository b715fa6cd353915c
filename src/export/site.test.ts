import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadCourse } from '../course/course.ts';
import { makeSite } from './site.ts';
import { writeSite } from './site-folder.ts';

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

it('takes along what a page shows, by addresses that a folder can have, and can be built again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'capas-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const path of ['course/img', 'course/.git', 'runtime'])
    mkdirSync(join(folder, path), { recursive: true });
  for (const path of ['img/a.png', '.git/b.png', 'c.png', 'd.png'])
    writeFileSync(join(folder, 'course', path), pixel, 'base64');
  const pictures = ['img/a.png', '.git/b.png', 'img//../c.png', './d.png', 'gone.png'];
  writeFileSync(
    join(folder, 'course', 'index.md'),
    `# L\n\n## One\n\n${pictures.map((path) => `![x](${path})`).join('\n\n')}\n\n[x](d.png/)\n`,
  );
  const files = await makeSite(loadCourse(join(folder, 'course')), join(folder, 'runtime'));
  const pngs = [...files.keys()].filter((path) => path.includes('.png'));
  expect(pngs.map((path) => path.replace(/^[^/]+/, 'slug')).sort()).toEqual([
    ...['slug/c.png', 'slug/d.png', 'slug/img/a.png'],
  ]);
  for (let times = 0; times < 2; times++) writeSite(join(folder, 'site'), 'site', files);
});
