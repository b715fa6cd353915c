import { expect, test } from 'vitest';
import { readCommand } from '../../shell/command.ts';
import { isQuiet, silentPrinters } from './known-programs.ts';

test.each([
  ['cd x', true],
  ['sudo mkdir x', true],
  ['docker run -d nginx', true],
  ['podman container run -itd nginx', true],
  ['nerdctl run --detach nginx', true],
  ['docker run nginx', false],
  ['docker run nginx ls -d', false],
  ['ls', false],
  ['', false],
])('%j prints next to nothing: %s', (command, expected) => {
  expect(isQuiet(readCommand(command))).toBe(expected);
});

test.each([
  ['docker-machine env x', true],
  ['crontab -l', true],
  ['ls; env', true],
  ['cat script.sh', true],
  ['env A=1 ls', false],
  ['cat a.txt', false],
])('%j prints what could be typed: %s', (command, expected) => {
  expect(silentPrinters.test(command)).toBe(expected);
});
