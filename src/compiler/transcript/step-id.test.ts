import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readTranscripts } from './read.ts';
import { StepNames } from './step-id.ts';
import { code } from './transcript.fixture.ts';

const ids = (...texts: string[]) =>
  readTranscripts(texts.map((text) => code(text, 'bash'))).steps.map(({ id }) => id);

test('an id is 128 bits of SHA-256 in base 32', () => {
  const sum = createHash('sha256').update('["","docker ps"]0').digest().subarray(0, 16);
  const bits = [...sum].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = bits
    .match(/.{1,5}/g)!
    .map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five.padEnd(5, '0'), 2)]);
  expect(new StepNames().next('docker ps', '')).toBe(digits.join(''));
  expect(digits).toHaveLength(26);
});

test('two commands that 41 bits could not tell apart have ids of their own', () => {
  const names = new StepNames();
  expect(names.next('rm -rf ~ # y8w', '')).not.toBe(names.next('ls # 27acn', ''));
});

test('what stands before a line break in a command is not the program around it', () => {
  expect(new StepNames().next('b\nc', 'a')).not.toBe(new StepNames().next('c', 'a\nb'));
});

test('an id survives edits elsewhere: lines, outputs and other commands', () => {
  const [first, second] = ids('$ docker ps\nold', '$ docker images');
  expect(ids('$ ls', '$ docker ps\nnew output', '', '$ docker images').slice(1)).toEqual([first, second]);
});

test('equal commands are counted, so that the first keeps its id when another is added', () => {
  const [first, second] = ids('$ docker ps', '$ docker ps');
  expect(first).not.toBe(second);
  expect(ids('$ docker ps', '$ ls', '$ docker ps', '$ docker ps')).toMatchObject(
    [first, {}, second, {}].map((id) => (id === first || id === second ? id : expect.any(String))),
  );
});

test('the same command in another place has another id', () => {
  const [outside] = ids('$ ls');
  const [, inside] = ids('$ docker run -it debian\nroot@c:/# ls');
  expect(inside).not.toBe(outside);
});

test('many commands get ids of their own', () => {
  const names = new StepNames();
  const found = Array.from({ length: 20_000 }, (_, at) => names.next(`docker rm c${at}`, ''));
  expect(new Set(found).size).toBe(found.length);
});
