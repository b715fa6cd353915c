import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '../../engine/engine.ts';
import { Journal } from './journal.ts';
import { nameRun } from './journal-name.ts';

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'capas-journal-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(state, { recursive: true, force: true });
});

const open = (lesson = '/lesson/index.md') => new Journal(state, lesson);
const container = (id: string): Fact => ({ what: 'made', thing: { kind: 'container', id } });
const readIds = (journal = open()) =>
  journal
    .read()
    .map(({ fact }) => (fact.what === 'made' && fact.thing.kind === 'container' ? fact.thing.id : ''));

/** The folder of the only lesson, and its files. */
function findFiles(): string[] {
  const [lesson = ''] = readdirSync(join(state, 'made'));
  const folder = join(state, 'made', lesson);
  return readdirSync(folder).map((name) => join(folder, name));
}

describe('a journal', () => {
  it('can be read by another process after each line', () => {
    const journal = open();
    for (const [at, id] of ['a', 'b', 'c'].entries()) {
      journal.append('engine', [container(id)]);
      expect(readIds()).toEqual(['a', 'b', 'c'].slice(0, at + 1));
    }
  });

  it('is the same by whatever link the page is reached', () => {
    const folder = join(state, 'course');
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.md'), '# L\n');
    symlinkSync(folder, join(state, 'link'));
    open(join(state, 'link', 'index.md')).append('engine', [container('a')]);
    expect(readIds(open(join(folder, 'index.md')))).toEqual(['a']);
  });

  it('is for the user’s eyes only', () => {
    open().append('engine', [container('a')]);
    const [file = ''] = findFiles();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    expect(statSync(join(state, 'made')).mode & 0o777).toBe(0o700);
  });

  it('keeps every kind of fact as it was', () => {
    const facts: Fact[] = [
      { what: 'made', thing: { kind: 'network', id: 'n' } },
      { what: 'made', thing: { kind: 'volume', name: 'v', created: '' } },
      { what: 'made', thing: { kind: 'image', reference: 'app:1', id: 'sha256:a', sure: false } },
      { what: 'gone', kind: 'volume', name: 'v' },
      { what: 'gone', kind: 'image', name: 'app:1' },
    ];
    open().append('engine', facts);
    expect(
      open()
        .read()
        .map(({ fact }) => fact),
    ).toEqual(facts);
  });

  it.each([
    ['goes', 1],
    ['is set back', -1],
    ['stands', 0],
  ])('of two runs at once holds what both wrote, in its order; the clock %s', (_, way) => {
    vi.useFakeTimers();
    const [one, other] = [open(), open()];
    for (const [at, journal] of [one, other, one, other, other, one].entries()) {
      vi.setSystemTime(1e12 + way * at * 1000);
      journal.append('engine', [container(`${at}`)]);
    }
    vi.useRealTimers();
    for (const journal of [open(), one, other])
      expect(readIds(journal)).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('has what was written at the same moment in the order of time', () => {
    open().append('engine', [container('a')]);
    const [file = ''] = findFiles();
    const at = (time: string, id: string) =>
      `{"lesson":"/lesson/index.md","engine":"e","number":7,"at":"${time}","fact":{"what":"made","thing":{"kind":"container","id":"${id}"}}}\n`;
    writeFileSync(join(file, '..', nameRun()), at('2026', 'late'));
    writeFileSync(join(file, '..', nameRun()), at('2025', 'early'));
    expect(readIds()).toEqual(['a', 'early', 'late']);
    open().append('engine', [container('next')]);
    expect(readIds()).toEqual(['a', 'early', 'late', 'next']);
  });

  it('has facts of one call in their order', () => {
    open().append('engine', [container('c'), container('b'), container('a')]);
    expect(readIds()).toEqual(['c', 'b', 'a']);
  });

  it('is another one for another lesson', () => {
    open('/other.md').append('engine', [container('a')]);
    expect(readIds()).toEqual([]);
  });
});

describe('what stands in a file that is not a whole line of ours', () => {
  const LINE =
    '{"lesson":"/lesson/index.md","engine":"e","number":1,"at":"2026","fact":{"what":"made","thing":{"kind":"container","id":"x"}}}';

  it.each([
    ['a torn last line', LINE.slice(0, -9)],
    ['no JSON', 'x'],
    ['null', 'null'],
    ['another lesson', LINE.replace('index.md', 'other.md')],
    ['an unknown kind', LINE.replace('container', 'universe')],
    ['a name that is none', LINE.replace('"x"', '{"x":1}')],
    ['an empty id', LINE.replace('"x"', '""')],
    ['an id of 4097 characters', LINE.replace('"x"', `"${'x'.repeat(4097)}"`)],
    [
      'an image of which nobody says whether it is sure',
      LINE.replace('container","id"', 'image","reference":"a","id"'),
    ],
    [
      'a thing that went and could come again',
      LINE.replace(/\{"what".*\}\}/, '{"what":"gone","kind":"network","name":"x"}}'),
    ],
    ['no engine', LINE.replace('"engine":"e",', '')],
    ['no number', LINE.replace('"number":1,', '')],
    ['a number below all', LINE.replace('"number":1,', '"number":-1,')],
    ['a number beyond counting', LINE.replace('"number":1,', '"number":1e300,')],
    ['a line without end', 'x'.repeat(70_000)],
    ['much in one line', `${LINE}${' '.repeat(70_000)}`],
  ])('%s is left out, and the others are read', (_, line) => {
    open().append('engine', [container('a')]);
    appendFileSync(
      findFiles()[0]!,
      `${line}\n${LINE.replace('"x"', '"b"').replace('"number":1', '"number":9')}\n${line}`,
    );
    expect(readIds()).toEqual(['a', 'b']);
  });

  it('is not read through a link, nor from what is no file, nor from a name that we do not give', () => {
    open().append('engine', [container('a')]);
    const [file = ''] = findFiles();
    const folder = join(file, '..');
    const foreign = join(state, 'foreign');
    writeFileSync(foreign, `${LINE}\n`);
    symlinkSync(foreign, join(folder, nameRun()));
    mkdirSync(join(folder, nameRun()));
    for (const name of ['notes.jsonl', `x${nameRun()}`, `${nameRun()}.old`])
      writeFileSync(join(folder, name), `${LINE}\n`);
    execFileSync('mkfifo', [join(folder, nameRun())]);
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(readIds()).toEqual(['a']);
    expect(said).not.toHaveBeenCalled();
  });
});

it('a link in the place of its file is not written through', () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const journal = open();
  journal.append('engine', [container('a')]);
  const [file = ''] = findFiles();
  const foreign = join(state, 'foreign');
  writeFileSync(foreign, '');
  rmSync(file);
  symlinkSync(foreign, file);
  journal.append('engine', [container('b')]);
  expect(readFileSync(foreign, 'utf8')).toBe('');
});

describe('a journal that can’t be written', () => {
  it('says so once, and still knows what this process made', () => {
    writeFileSync(join(state, 'made'), 'a file where the folder should be');
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const journal = open();
    journal.append('engine', [container('a')]);
    journal.append('engine', [container('b')]);
    expect(said.mock.calls.map(([text]) => text)).toEqual([
      expect.stringMatching(/^capas: what the demo makes can't be written down: .*\n$/),
    ]);
    expect(readIds(journal)).toEqual(['a', 'b']);
  });

  it('owes it until it can be, and writes it when the demo is over', () => {
    writeFileSync(join(state, 'made'), 'a file where the folder should be');
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const journal = open();
    journal.append('engine', [container('a')]);
    rmSync(join(state, 'made'));
    journal.end();
    expect(readIds().slice(0, 1)).toEqual(['a']);
  });
});

describe('a file of many lines', () => {
  it('is read to its end, also what comes while it is followed, cut anywhere', () => {
    open().append('engine', [container('a')]);
    const [file = ''] = findFiles();
    const reader = open();
    expect(readIds(reader)).toEqual(['a']);
    const lines = Array.from({ length: 5_000 }, (_, at) =>
      readFileSync(file, 'utf8')
        .replace('"a"', `"ñ${at}"`)
        .replace('"number":1', `"number":${at + 2}`),
    ).join('');
    const bytes = Buffer.from(lines);
    for (const [from, to] of [
      [0, 1_000],
      [1_000, 600_001],
      [600_001, bytes.length],
    ]) {
      appendFileSync(file, bytes.subarray(from, to));
      readIds(reader);
    }
    expect(readIds(reader).slice(1)).toEqual(Array.from({ length: 5_000 }, (_, at) => `ñ${at}`));
    expect(readIds(reader)).toEqual(readIds());
  });
});

/** The name of a run that ended: no process has this number. */
const ENDED = nameRun().replace(/^\d+/, '4194305');

describe('a journal of which nothing is left', () => {
  it('is forgotten with its files', () => {
    const journal = open();
    journal.append('engine', [container('a')]);
    const [file = ''] = findFiles();
    writeFileSync(join(file, '..', ENDED), readFileSync(file));
    journal.clear(journal.length);
    expect(findFiles()).toEqual([]);
    expect(readIds(journal)).toEqual([]);
  });

  it('stays while another run of the lesson goes on, until that is over', () => {
    const [journal, other] = [open(), open()];
    journal.append('engine', [container('a')]);
    other.append('engine', [container('b')]);
    journal.clear(journal.length);
    expect(findFiles()).toHaveLength(2);
    other.end();
    journal.clear(journal.length);
    expect(findFiles()).toEqual([]);
  });

  it('stays when anything came since its length was taken, from whatever run', () => {
    for (const writer of [0, 1]) {
      const journals = [open(), open()];
      journals[1]!.append('engine', [container('a')]);
      journals[1]!.end();
      const { length } = journals[0]!;
      journals[writer]!.append('engine', [container('b')]);
      journals[writer]!.end();
      journals[0]!.clear(length);
      expect(readIds()).toContain('b');
      journals[0]!.clear(journals[0]!.length);
      expect(findFiles()).toEqual([]);
    }
  });

  it('leaves what is no file of ours, whatever its name', () => {
    const journal = open();
    journal.append('engine', [container('a')]);
    const folder = join(findFiles()[0]!, '..');
    mkdirSync(join(folder, ENDED));
    writeFileSync(join(folder, 'notes.jsonl'), '');
    journal.clear(journal.length);
    expect(readdirSync(folder).sort()).toEqual([ENDED, 'notes.jsonl'].sort());
  });
});
