import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KEY_LIFE } from '../helper/entry/keys.ts';

/** A browser that was asked to open something. */
export interface Opening {
  /** Resolves when it is known that no browser could be opened; never where one was. */
  failed: Promise<void>;
  /** Takes away the page that the browser was given. */
  forget(): void;
}

/**
 * Opens an address that nobody else may see. Every user of a machine can read the command lines of others, so the
 * browser is given a page, for the user's eyes only, that leads to it.
 *
 * @param folder where the page may lie; it need not exist yet
 */
export async function openInBrowser(address: string, folder: string): Promise<Opening> {
  const place = writePage(address, folder);
  const forget = () => rmSync(place, { recursive: true, force: true });
  const failed = new Promise<void>((resolve) => {
    launch(pathToFileURL(join(place, PAGE)).href).then(
      (child) => {
        child.once('error', () => resolve());
        child.once('exit', (status) => {
          if (status) resolve();
        });
      },
      () => resolve(),
    );
  });
  return { failed, forget };
}

/**
 * The browser that the user named, or the system's. Without a screen there is none, and what Linux would show a page
 * with there is an editor.
 */
async function launch(address: string): Promise<ChildProcess> {
  const { default: open } = await import('open');
  const { BROWSER, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux') return open(address);
  const [browser] = BROWSER?.split(':') ?? [];
  if (browser) return open(address, { app: { name: browser } });
  if (!DISPLAY && !WAYLAND_DISPLAY) throw new Error('no screen');
  return open(address);
}

/** Takes away the pages whose keys are over. What can't be taken away stays: its key is of no use. */
export function sweepPages(folder: string, now = Date.now()): void {
  for (const place of listPages(folder)) {
    const age = now - (statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? now);
    if (age > KEY_LIFE) rmSync(place, { recursive: true, force: true });
  }
}

function listPages(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

const PREFIX = 'open-';
const PAGE = 'capas.html';

/** In a folder that nobody else may enter, which it gives. */
function writePage(address: string, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place = mkdtempSync(join(folder, PREFIX));
  const page = `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Capas</title>
<a href="${address}">Capas</a>
`;
  writeFileSync(join(place, PAGE), page, { mode: 0o600 });
  return place;
}
