import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { enterBy, useKey } from '../entry/enter.ts';
import { type Home, makeHome } from '../entry/present.ts';

/** Another user of the machine sees each process's command line, and no file of the teacher's. */
let home: Home;
beforeEach(() => {
  home = makeHome();
});
afterEach(() => home.close());

/** A browser that stays open, and writes down what it was given, as only its own user could read it. */
function makeBrowser(): NodeJS.ProcessEnv {
  const browser = join(home.folder, 'browser');
  const seen = join(home.folder, 'seen');
  writeFileSync(
    browser,
    `#!/bin/sh\nprintf '%s' "$1" > ${seen}.draft\nmv ${seen}.draft ${seen}\nexec sleep 60\n`,
  );
  chmodSync(browser, 0o755);
  return { BROWSER: browser, DISPLAY: ':0' };
}

const opened = () =>
  expect
    .poll(() => readFileSync(join(home.folder, 'seen'), 'utf8'), { timeout: 10_000 })
    .toMatch(/^file:/)
    .then(() => readFileSync(join(home.folder, 'seen'), 'utf8'));

function commandLines(): string {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .join('\n');
}

it('which browser is opened with what opens nothing', async () => {
  const { address } = await home.present([], makeBrowser());
  const given = await opened();
  const lines = commandLines();
  expect(lines).toContain('capas.js present');
  expect(lines).not.toContain(new URL(address).pathname.slice(1, -1));
  expect(lines).not.toContain('key=');

  const page = fileURLToPath(given);
  expect(statSync(page).mode & 0o777).toBe(0o600);
  for (const folder of [dirname(page), home.state]) expect(statSync(folder).mode & 0o077).toBe(0);
  const [, target] = /url=(http[^"]+)"/.exec(readFileSync(page, 'utf8'))!;
  expect(target).not.toBe(address);
  await enterBy(target!);
  expect((await useKey(target!)).status).toBe(403);
  await enterBy(address);
});

it('when it ends, nothing of a key or a secret is left on disk', async () => {
  const presented = await home.present([], makeBrowser());
  await opened();
  const before = readdirSync(home.state, { recursive: true }).map(String);
  expect(before.some((name) => name.endsWith('capas.html'))).toBe(true);
  expect(before.some((name) => /running.*\.json$/.test(name))).toBe(true);
  expect(await presented.end('SIGTERM')).toBe(0);
  const left = readdirSync(home.state, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  expect(left.map(({ name }) => name)).toEqual([]);
});
