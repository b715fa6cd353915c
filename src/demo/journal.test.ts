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
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '../engine/engine.ts';
import { Journal } from './journal.ts';

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

  it('of two runs at once holds what both wrote, in the order of time', () => {
    vi.useFakeTimers();
    const [one, other] = [open(), open()];
    for (const [at, journal] of [one, other, one, other].entries()) {
      vi.setSystemTime(at * 1000);
      journal.append('engine', [container(`${at}`)]);
    }
    vi.useRealTimers();
    expect(readIds()).toEqual(['0', '1', '2', '3']);
    expect(readIds(one)).toEqual(['0', '1', '2', '3']);
  });

  it('is another one for another lesson', () => {
    open('/other.md').append('engine', [container('a')]);
    expect(readIds()).toEqual([]);
  });
});

describe('what stands in a file that is not a whole line of ours', () => {
  const LINE =
    '{"lesson":"/lesson/index.md","engine":"e","at":"2026","fact":{"what":"made","thing":{"kind":"container","id":"x"}}}';

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
  ])('%s is left out, and the others are read', (_, line) => {
    open().append('engine', [container('a')]);
    appendFileSync(
      findFiles()[0]!,
      `${line}\n${LINE.replace('"x"', '"b"').replace('2026', '9999')}\n${line}`,
    );
    expect(readIds()).toEqual(['a', 'b']);
  });

  it('is not read through a link, nor from what is no file, nor from a name that we do not give', () => {
    open().append('engine', [container('a')]);
    const [file = ''] = findFiles();
    const folder = join(file, '..');
    const foreign = join(state, 'foreign');
    writeFileSync(foreign, `${LINE}\n`);
    symlinkSync(foreign, join(folder, '1-abc.jsonl'));
    mkdirSync(join(folder, '2-abc.jsonl'));
    for (const name of ['notes.jsonl', 'x1-abc.jsonl', '1-abc.jsonl.old'])
      writeFileSync(join(folder, name), `${LINE}\n`);
    execFileSync('mkfifo', [join(folder, '3-abc.jsonl')]);
    expect(readIds()).toEqual(['a']);
  });
});

it('a file of more than 32 MiB is none of ours', () => {
  open().append('engine', [container('a')]);
  const [file = ''] = findFiles();
  truncateSync(file, 32 * 1024 * 1024);
  expect(readIds()).toEqual(['a']);
  truncateSync(file, 32 * 1024 * 1024 + 1);
  expect(readIds()).toEqual([]);
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
});

describe('a journal of which nothing is left', () => {
  it('is forgotten with its files', () => {
    const journal = open();
    journal.append('engine', [container('a')]);
    const [file = ''] = findFiles();
    // Of a run that ended: no process has this number.
    writeFileSync(join(file, '..', '4194305-abc.jsonl'), readFileSync(file));
    journal.clear();
    expect(findFiles()).toEqual([]);
    expect(readIds(journal)).toEqual([]);
  });

  it('stays while another run of the lesson goes on', () => {
    const journal = open();
    journal.append('engine', [container('a')]);
    const [file = ''] = findFiles();
    writeFileSync(join(file, '..', `${process.pid}-abc.jsonl`), readFileSync(file));
    journal.clear();
    expect(findFiles()).toHaveLength(2);
  });
});
