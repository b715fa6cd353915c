import { describe, expect, it } from 'vitest';
import { chooseWindow, findBrowser } from './browser.ts';

const only =
  (...there: string[]) =>
  (path: string) =>
    there.includes(path);

describe('findBrowser', () => {
  it('prefers what the user names', () => {
    expect(findBrowser({ CAPAS_BROWSER: '/my/browser' }, 'linux', () => true, '/own')).toBe('/my/browser');
  });

  it('then the one that Playwright installed', () => {
    expect(findBrowser({ PATH: '/usr/bin' }, 'linux', () => true, '/own')).toBe('/own');
  });

  it.each([
    ['linux', { PATH: '/opt/bin:/usr/bin' }, '/opt/bin/google-chrome'],
    ['linux', {}, '/usr/bin/chromium'],
    ['darwin', { HOME: '/Users/ana' }, '/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', { ProgramFiles: 'C:\\P' }, 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe'],
  ] as const)('then one of the system (%s %o)', (platform, env, path) => {
    expect(findBrowser(env, platform, only(path), '/own')).toBe(path);
  });

  it('finds nothing where there is nothing', () => {
    expect(findBrowser({}, 'linux', () => false, '/own')).toBeNull();
  });
});

it.each([
  [{}, true],
  [{ HEADED: '0' }, true],
  [{ HEADED: '1' }, false],
])('has a window only where one is asked for: %o', (env, headless) => {
  expect(chooseWindow(env)).toEqual({ headless, slowMo: headless ? 0 : expect.any(Number) });
  expect(chooseWindow({ HEADED: '1' }).slowMo).toBeGreaterThan(0);
});
