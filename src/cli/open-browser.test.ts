import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sweepPages } from './open-browser.ts';

it('takes away pages whose keys are over, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'capas-sweep-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const now = Date.now();
  const add = (name: string, seconds: number) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'capas.html'), '');
    utimesSync(join(folder, name), new Date(), new Date(now - seconds * 1000));
  };
  add('open-old', 61);
  add('open-new', 59);
  add('approved', 1000);
  sweepPages(folder, now);
  expect(['open-old', 'open-new', 'approved'].map((name) => existsSync(join(folder, name)))).toEqual([
    false,
    true,
    true,
  ]);
  sweepPages(join(folder, 'none'), now);
});
