import { expect, test } from 'vitest';
import { asCommand, splitCommand } from './simple-commands.ts';

const names = (command: string) => splitCommand(command).map(({ name, args }) => [name, ...args].join(' '));

test.each([
  ['ls -l', ['ls -l']],
  ['a && b || c; d | e & f', ['a', 'b', 'c', 'd', 'e', 'f']],
  ['a\nb', ['a', 'b']],
  ['a \\\n  b', ['a b']],
  ['a > out 2>&1 b', ['a b']],
  ['a &> out', ['a']],
  ['a >> out b', ['a b']],
  ['a < in b', ['a b']],
  ['/usr/bin/docker ps', ['docker ps']],
  ['; a', ['a']],
  ['', []],
])('%j has the simple commands %j', (command, expected) => {
  expect(names(command)).toEqual(expected);
});

test.each([
  ['sudo docker ps', ['sudo'], 'docker'],
  ['sudo -u ana docker ps', ['sudo', '-u', 'ana'], 'docker'],
  ['A=1 B=2 env C=3 docker ps', ['A=1', 'B=2', 'env', 'C=3'], 'docker'],
  ['exec docker ps', ['exec'], 'docker'],
  ['sudo -h far docker ps', ['sudo', '-h', 'far'], 'docker'],
  ['nice -n 5 docker ps', ['nice', '-n', '5'], 'docker'],
  ['sudo -i', [], 'sudo'],
  ['sudo', [], 'sudo'],
  ['A=1', [], 'A=1'],
])('before the program of %j stands %j', (command, before, name) => {
  expect(splitCommand(command)[0]).toMatchObject({ before, name });
});

test.each([
  ['a | b', [true, true]],
  ['a | b; c', [true, true, false]],
  ['a; b', [false, false]],
  ['a || b', [false, false]],
])('%j is piped: %j', (command, piped) => {
  expect(splitCommand(command).map((one) => one.piped)).toEqual(piped);
});

test.each([
  ['a < in', [true]],
  ['a <<< word', [true]],
  ['a <<EOF', [true]],
  ['a < in; b', [true, false]],
  ['a > out', [false]],
])('the input of %j is redirected: %j', (command, redirected) => {
  expect(splitCommand(command).map((one) => one.redirectedInput)).toEqual(redirected);
});

test('a program that is run by another one reads from where that one does', () => {
  const [outer] = splitCommand('watch docker ps < file | less');
  expect(asCommand(['sudo', 'docker', 'ps'], outer!)).toEqual([
    { name: 'docker', args: ['ps'], before: ['sudo'], piped: true, redirectedInput: true },
  ]);
  expect(asCommand([], outer!)).toEqual([]);
});
