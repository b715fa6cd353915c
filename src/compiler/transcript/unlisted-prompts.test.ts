import { expect, test } from 'vitest';
import { readTranscripts } from './read.ts';
import { code } from './transcript.fixture.ts';
import { findUnlistedPrompt } from './unlisted-prompts.ts';

test.each([
  ['zlab> start h1 h2', 'zlab>'],
  ['switch(config-if)# no shutdown', 'switch(config-if)#'],
  ['iex(1)> x', 'iex(1)>'],
  ['cat> file', null],
  ['echo a > b', null],
  ['docker ps', null],
  ['a>b', null],
])('%s has the prompt %s', (line, prompt) => {
  expect(findUnlistedPrompt(line)).toBe(prompt);
});

const read = (text: string, info = 'console') => readTranscripts([code(text, info)]);

test.each([
  'zlab> start h1 h2',
  'zlab> ls\nzlab> docker ps',
  '$ zlab\nzlab> start h1 h2',
  'switch# show vlan brief',
  'zlab$ start h1 h2',
])('%j never runs at the host', (text) => {
  const commands = read(text).steps.map(({ command }) => command);
  expect(commands.filter((command) => command !== 'zlab')).toEqual([]);
});

test('a name is a shell’s prompt once a shell’s command stood behind it', () => {
  const { steps } = read('server$ ls -l\nserver$ start h1 h2');
  expect(steps.map(({ command }) => command)).toEqual(['ls -l', 'start h1 h2']);
});

test('says so where the author says that it is a shell’s', () => {
  expect(read('zlab> start h1 h2').diagnostics.map(({ code, line }) => `${line} ${code}`)).toEqual([
    '2 unknown-prompt',
  ]);
  expect(read('zlab> start h1 h2', 'text').diagnostics).toEqual([]);
});
