import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  type MockInstance,
  vi,
} from 'vitest';
import { packageRoot } from '../system/package-root.ts';
import { runCli } from './run.ts';

const EVIL = '\x1b]0;owned\x07\x1b]52;c;cm0=\x07\x9b31m\x7f';
const PAGE = `---
title: "T${EVIL}"
bad${EVIL}: [
---

# T${EVIL}

## S

![${EVIL}](gone${EVIL}.png)

\`\`\`console
$ echo “${EVIL}”
$ printf '${EVIL}'
more${EVIL}
\`\`\`
`;

let folder: string;
let written: string[];
let spies: MockInstance[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-hostile-'));
  writeFileSync(join(folder, `page${EVIL}.md`), PAGE);
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken', 'index.md'), '# T\n');
  writeFileSync(join(folder, 'broken', 'course.yml'), `theme: "${EVIL}"\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  written = [];
  spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    }),
  );
});
afterEach(() => {
  for (const spy of spies) spy.mockRestore();
});

describe('what a page holds commands no terminal', () => {
  it.each([
    ['lint'],
    ['lint', '--json'],
    ['inspect'],
    ['inspect', '--json'],
    ['inspect', 'broken'],
    ['inspect', `gone${EVIL}`],
    ['reset', `gone${EVIL}`],
    ['present', `gone${EVIL}`],
    [`gone${EVIL}`],
    ['lint', `--gone${EVIL}`],
    ['lint', '--rule', `gone${EVIL}=off`],
  ])('%j %j %j', { timeout: 60_000 }, async (command, ...rest) => {
    const isPath = (word: string) => !word.startsWith('-') && !word.includes('=');
    const words = rest.map((word) => (isPath(word) ? join(folder, word) : word));
    const path = rest.some(isPath) ? [] : [join(folder, `page${EVIL}.md`)];
    await runCli([command, ...words, ...path]);
    const said = written.join('');
    expect(said).not.toBe('');
    // The usage's own colours are left out where the output is no terminal.
    expect(said).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
  });
});

it('only one place writes to the terminal', () => {
  const sources = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('deck'))
    .filter((name) => name !== join('system', 'say.ts'));
  const writing = sources.filter((name) =>
    /process\.std(?:out|err)\.write\(|\bconsole\.\w+\(/.test(
      readFileSync(join(packageRoot, 'src', name), 'utf8'),
    ),
  );
  expect(writing).toEqual([]);
});
