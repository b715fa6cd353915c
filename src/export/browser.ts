import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { UsageError } from '../system/usage-error.ts';

/** No browser is there, or it would not start. The message says what to install. */
export class BrowserError extends UsageError {
  override name = 'BrowserError';
}

/** Nothing is asked of any other machine, and nothing of the user's own profile. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Milliseconds between two things that a browser with a window is told to do, so that eyes can follow. */
const SLOWLY = 300;

/**
 * Starts a Chromium, without a window unless `HEADED=1` asks for one: the one that `CAPAS_BROWSER` names, the one that Playwright
 * installed, or the first Chromium, Chrome or Edge where systems keep them. The caller closes it.
 * Throws {@link BrowserError}.
 *
 * @param more further arguments of Chromium's
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const { chromium } = await import('playwright');
  const found = findBrowser(process.env, process.platform, existsSync, chromium.executablePath());
  if (found === null) throw new BrowserError(`No browser was found to do this. ${toDo}`);
  try {
    return await chromium.launch({
      executablePath: found,
      ...chooseWindow(process.env),
      args: [...quiet, ...(runsAsRoot() ? ['--no-sandbox'] : []), ...more],
    });
  } catch (cause) {
    throw new BrowserError(`The browser ${found} would not start. ${toDo}`, { cause });
  }
}

/** With `HEADED=1` a developer sees what the browser does, slowly enough to follow. */
export function chooseWindow(env: NodeJS.ProcessEnv): { headless: boolean; slowMo: number } {
  const isHeaded = env['HEADED'] === '1';
  return { headless: !isHeaded, slowMo: isHeaded ? SLOWLY : 0 };
}

const toDo =
  'Install Chromium, Chrome or Edge (Debian: apt-get install chromium; anywhere: npx playwright install chromium), ' +
  'or name one in CAPAS_BROWSER.';

/**
 * The path of the browser that would be started, or `null` when there is none.
 *
 * @param own where Playwright would have installed its own
 */
export function findBrowser(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  exists: (path: string) => boolean,
  own: string,
): string | null {
  const asked = env['CAPAS_BROWSER'];
  if (asked) return asked;
  return [own, ...listPlaces(env, platform)].find((path) => path !== '' && exists(path)) ?? null;
}

function listPlaces(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return listApplications(env);
  if (platform === 'win32') return listProgramFiles(env);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [...(env['PATH'] ?? '').split(':').filter(Boolean), '/usr/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function listApplications(env: NodeJS.ProcessEnv): string[] {
  const names = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
  const folders = ['/Applications', `${env['HOME'] ?? ''}/Applications`];
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
}

function listProgramFiles(env: NodeJS.ProcessEnv): string[] {
  const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(Boolean);
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Chromium\\Application\\chrome.exe',
  ];
  return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
}

/** Chromium's sandbox does not work for root; for anybody else it stays on. */
function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}
