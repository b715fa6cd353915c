import { expect, test } from 'vitest';
import { readHabits } from './author-habits.ts';
import { findCode } from './code-places.ts';
import { code } from './transcript.fixture.ts';

const read = (...blocks: [text: string, info?: string][]) =>
  readHabits(findCode(blocks.map(([text, info]) => code(text, info))));

test('a page without code has no habits', () => {
  expect(read()).toEqual({ untypedCommands: false, rootHabit: false, prompts: false, typed: false });
});

test('commands stand in blocks without a language where more of those have some than say shell', () => {
  expect(read(['docker ps -a'])).toMatchObject({ untypedCommands: true, typed: false });
  expect(read(['docker ps -a'], ['ls', 'bash'])).toMatchObject({ untypedCommands: false, typed: true });
  expect(read(['docker ps -a'], ['docker images -q'], ['ls', 'bash'])).toMatchObject({
    untypedCommands: true,
  });
  expect(read(['some words of a text'])).toMatchObject({ untypedCommands: false });
});

test('prompts are a habit from the third on, where they outweigh bare commands', () => {
  const prompted: [string][] = [['$ ls'], ['$ cd x'], ['ana@laptop:~$ ls']];
  expect(read(...prompted).prompts).toBe(true);
  expect(read(...prompted.slice(1)).prompts).toBe(false);
  expect(read(...prompted, ['docker ps', 'bash'], ['ls -l', 'sh'], ['cd x', 'sh']).prompts).toBe(false);
  expect(read(['> ls'], ['> ls'], ['> ls']).prompts).toBe(false);
});

test('a prompt further down of a block that says shell counts', () => {
  expect(read(['docker ps\n$ ls', 'bash'], ['words\n  ~/app$ ls', 'bash'], ['$ ls', 'bash']).prompts).toBe(
    true,
  );
  expect(read(['docker ps\n$ ls'], ['words\n$ ls'], ['$ ls']).prompts).toBe(false);
});

test('a hash is the host’s root where commands stand behind it, twice', () => {
  expect(read(['# docker ps -a'], ['# docker images -q\n\nREPOSITORY  TAG'])).toMatchObject({
    rootHabit: true,
  });
  expect(read(['# docker ps -a'])).toMatchObject({ rootHabit: false });
  expect(read(['# docker ps -a\n\ndocker ps -a'], ['# docker ps -q\ndocker ps -q'])).toMatchObject({
    rootHabit: false,
  });
  expect(read(['# What runs'], ['# A title'])).toMatchObject({ rootHabit: false });
});
