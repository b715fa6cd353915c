import { expect, test } from 'vitest';
import { code } from './fixture.ts';
import { readTranscripts } from './read.ts';
import { StepNames } from './step-id.ts';

const ids = (...texts: string[]) =>
  readTranscripts(texts.map((text) => code(text, 'bash'))).steps.map(({ id }) => id);

test('an id is eight digits of base 36', () => {
  expect(new StepNames().next('docker ps', '')).toMatch(/^[0-9a-z]{8}$/);
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
