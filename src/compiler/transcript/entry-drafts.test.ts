import { expect, test } from 'vitest';
import {
  addOutput,
  commandDraft,
  type EntryDraft,
  hasPrinted,
  lastCommand,
  trimBlank,
} from './entry-drafts.ts';

const command = (text: string) => commandDraft(0, null, { command: text, broken: false }, null);

test('what a shell would do with a command is read once it is taken', () => {
  expect(command('docker run -it ubuntu').does).toMatchObject({
    program: 'docker',
    opens: { name: 'ubuntu' },
  });
});

test('what is printed belongs to the command above, or stands on its own, but no blank line begins it', () => {
  const drafts: EntryDraft[] = [];
  addOutput(drafts, 0, ' ');
  addOutput(drafts, 1, 'a');
  addOutput(drafts, 2, '');
  const typed = command('ls');
  drafts.push(typed);
  addOutput(drafts, 4, '');
  expect(hasPrinted(typed)).toBe(false);
  addOutput(drafts, 5, 'b');
  addOutput(drafts, 6, '');
  expect(drafts).toEqual([
    { kind: 'output', line: 1, lines: ['a', ''] },
    { ...typed, output: ['', 'b', ''] },
  ]);
  expect(hasPrinted(typed)).toBe(true);
});

test('the last command is found behind what is none', () => {
  const [first, second] = [command('a'), command('b')];
  expect(lastCommand([first, second, { kind: 'comment', line: 1, lines: [] }])).toBe(second);
  expect(lastCommand([{ kind: 'output', line: 1, lines: [] }])).toBeNull();
});

test.each([
  [['', ' ', 'a', '', 'b', ' '], 'a\n\nb'],
  [['  a'], '  a'],
  [['', ''], ''],
  [[], ''],
])('%j without blank lines around is %j', (lines, expected) => {
  expect(trimBlank(lines)).toBe(expected);
});
