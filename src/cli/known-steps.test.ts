import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCourse } from '../course/course.ts';
import { listKnownSteps } from './known-steps.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'capas-known-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, command: string): string {
  writeFileSync(join(folder, name), `# ${name}\n\n\`\`\`console\n$ ${command}\n\`\`\`\n`);
  return join(folder, name);
}
const idsOf = (page: string) =>
  loadCourse(page).lessons.flatMap(({ lesson }) => lesson.steps.map(({ id }) => id));

it('are those of all pages in the folder, which keep their recordings beside each other', () => {
  const one = put('one.md', 'echo one');
  const two = put('two.md', 'echo two');
  mkdirSync(join(folder, 'below'));
  const below = put('below/three.md', 'echo three');
  expect(listKnownSteps(one)).toEqual(new Set([...idsOf(one), ...idsOf(two)]));
  expect(listKnownSteps(below)).toEqual(new Set(idsOf(below)));
  expect(listKnownSteps(below)?.size).toBe(1);
});

it('are not known where one of the pages can’t be read, or is none that a folder is searched for', () => {
  const one = put('one.md', 'echo one');
  expect(listKnownSteps(put('notes.txt', 'echo notes'))).toBeNull();
  expect(listKnownSteps(one)?.size).toBe(1);
  writeFileSync(join(folder, 'two.md'), Buffer.from([0, 1, 2]));
  expect(listKnownSteps(one)).toBeNull();
});
