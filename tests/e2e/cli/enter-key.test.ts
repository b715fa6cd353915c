import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageRoot } from '../../../src/system/package-root.ts';
import { enterBy } from '../../entry/enter.ts';
import { type Home, makeHome } from '../../entry/present.ts';

/** `capas present` in a terminal, as a teacher runs it. */
let home: Home;
let terminal: IPty;
let shown: string;
beforeEach(() => {
  home = makeHome();
  shown = '';
});
afterEach(async () => {
  terminal.kill('SIGKILL');
  await home.close();
});

function type(command: string): void {
  const env = {
    PATH: process.env['PATH'],
    HOME: home.folder,
    DOCKER_HOST: 'unix:///nowhere',
    PS1: 'prompt> ',
  };
  terminal = spawn('bash', ['--norc', '-i'], { cwd: home.folder, env, cols: 200, rows: 30 });
  terminal.onData((data) => {
    shown += data;
  });
  terminal.write(`${command}\r`);
}

const capas = `'${process.execPath}' '${join(packageRoot, 'bin', 'capas.js')}'`;
const addresses = () => [...shown.matchAll(/http:\/\/\S+#key=\S+/g)].map(([address]) => address);
const shows = (text: string) => expect.poll(() => shown, { timeout: 20_000 }).toContain(text);

it('gives a fresh way in at each Enter, and ends at Ctrl+C', async () => {
  type(`${capas} present lesson --no-open; echo status $?`);
  await shows('Enter opens it again');
  terminal.write('\r');
  await expect.poll(() => addresses().length).toBe(2);
  terminal.write('\r');
  await expect.poll(() => addresses().length).toBe(3);
  expect(new Set(addresses()).size).toBe(3);
  for (const address of addresses()) await enterBy(address);
  terminal.write('\x03');
  await shows('status 0');
});

it('in the background it leaves the terminal alone, and is not stopped by what is typed', async () => {
  type(`${capas} present lesson --no-open &`);
  await shows('capas open opens it again');
  terminal.write('echo ty""ped; jobs\r');
  await shows('typed');
  await shows('Running');
  await enterBy(addresses()[0]!);
  expect(shown).not.toContain('Stopped');
  terminal.write('kill -INT %1; wait; echo o""ver\r');
  await shows('over');
});
