import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCommand } from '../../shell/command.ts';
import { askApproval, digestCommands } from './approval.ts';
import { ApprovalStore } from './approval-store.ts';

let folder: string;
let store: ApprovalStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-approval-'));
  store = new ApprovalStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const PAGE = '/course/ñ.md';
const files = () => readdirSync(join(folder, 'approved'));

it('keeps a digest once, the latest last, in one file a page with nothing beside it', () => {
  for (const digest of ['one', 'two', 'one']) store.add(PAGE, digest);
  store.add('/course/other.md', 'three');
  expect(store.read(PAGE)).toEqual(['two', 'one']);
  expect(store.read('/course/other.md')).toEqual(['three']);
  expect(files()).toHaveLength(2);
  for (const name of files()) expect(name).toMatch(/^[0-9a-f]{32}\.json$/);
});

it('approves nothing by the file of another page, or by one that holds something else', () => {
  store.add(PAGE, 'digest');
  const file = join(folder, 'approved', files()[0]!);
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  for (const other of [{ ...kept, lesson: '/x.md' }, { lesson: PAGE }, { ...kept, digests: 'digest' }]) {
    writeFileSync(file, JSON.stringify(other));
    expect(store.read(PAGE)).toEqual([]);
  }
});

it('knows of no page before one was approved', () => {
  expect(store.read(PAGE)).toEqual([]);
});

const step = (id: string, rest: object = {}) => ({
  ...{
    id,
    line: 1,
    command: id,
    does: readCommand(id),
    prompt: '$',
    output: '',
    inside: null,
    insideName: '',
    interactive: false,
  },
  ...{ exit: 0, images: [], placeholders: [], attended: null, timeout: null, terminal: 1 },
  ...{ match: 'lines' as const, ...rest },
});

it('tells into what a command is typed, and nothing for one at the host', () => {
  const steps = [step('bash', { insideName: 'no' }), step('ls', { inside: 'bash', insideName: 'ubuntu' })];
  expect(askApproval(PAGE, { steps }, store)?.commands).toEqual([
    { line: 1, command: 'bash', inside: '' },
    { line: 1, command: 'ls', inside: 'ubuntu' },
  ]);
});

it('is of 128 bits, of the command, and of the place of what opened the program', () => {
  const open = [step('a', { command: 'sh' }), step('b', { command: 'sh' })];
  const typed = (inside: string) => step('x', { inside, insideName: 'sh' });
  const digests = [
    digestCommands([...open, typed('a')]),
    digestCommands([...open, typed('b')]),
    digestCommands([...open, typed('gone')]),
    digestCommands([step('a', { command: 'bash' })]),
    digestCommands([step('a', { command: 'sh' })]),
  ];
  expect(new Set(digests).size).toBe(5);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{32}$/);
});

it('is the same whatever the steps are called, and at the host whatever was open before', () => {
  const steps = (open: string, rest: object = {}) => [
    step('first', { command: 'ls' }),
    step(open, { command: 'sh', ...rest }),
    step('x', { command: 'ls', inside: open, insideName: 'sh' }),
  ];
  expect(digestCommands(steps('a'))).toBe(digestCommands(steps('b')));
  expect(digestCommands(steps('a', { insideName: 'sh' }))).toBe(digestCommands(steps('a')));
});
