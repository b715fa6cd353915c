import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseShell, prepareShell } from './shell.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-shells-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that only tells a path and a version, as the real one does when it is asked. */
function put(name: string, version: string, path = `/opt/${name}`): void {
  const script = `#!/bin/sh\nprintf '%s\\n' '${path}' '${version}'\n`;
  writeFileSync(join(folder, name), script, { mode: 0o755 });
}

describe('the shell of a demo', () => {
  it.each(['4.4.0(1)-release', '4.12.0', '5.0.17', '10.1'])('is bash %s', (version) => {
    put('bash', version);
    put('zsh', '5.9');
    expect(chooseShell({ PATH: folder })).toEqual({ kind: 'bash', path: '/opt/bash', version });
  });

  it.each(['3.2.57(1)-release', '4.3.48', '3.9', ''])('is zsh where bash is %j', (version) => {
    put('bash', version);
    put('zsh', '5.9');
    expect(chooseShell({ PATH: folder })).toEqual({ kind: 'zsh', path: '/opt/zsh', version: '5.9' });
  });

  it('is named as it was called where it does not tell its path', () => {
    put('bash', '5.2', 'bash');
    expect(chooseShell({ PATH: folder }).path).toBe('bash');
  });

  it('is none where there is neither', () => {
    expect(() => chooseShell({ PATH: folder })).toThrow('install bash 4.4 or newer, or zsh');
    put('bash', '4.3');
    expect(() => chooseShell({ PATH: folder })).toThrow('no shell');
  });
});

it.each([
  ['bash', 'bashrc'],
  ['zsh', '.zshrc'],
] as const)('%s reads a start-up file for the user alone, that is taken away', (kind, name) => {
  const start = prepareShell({ kind, path: `/bin/${kind}`, version: '5' }, 'the-nonce');
  const file = kind === 'bash' ? start.args[2]! : join(start.env['ZDOTDIR']!, name);
  expect(file.endsWith(name)).toBe(true);
  expect(start.file).toBe(`/bin/${kind}`);
  expect(start.args).toContain('-i');
  expect(statSync(file).mode & 0o077).toBe(0);
  const text = readFileSync(file, 'utf8');
  for (const mark of ['B', 'C', 'P', 'D']) expect(text).toMatch(new RegExp(`133;${mark};.*the-nonce`));
  expect(text).toContain('unset HISTFILE');
  start.dispose();
  expect(existsSync(dirname(file))).toBe(false);
});
