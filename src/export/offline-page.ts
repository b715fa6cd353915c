import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright';
import { mediaTypeOf } from '../course/media-types.ts';
import { resolveInside } from '../course/resolve-inside.ts';
import { readUserFile } from '../system/user-file.ts';

/** Bytes of a picture or a piece of the runtime. */
const LARGEST = 64 * 1024 * 1024;
/** Where pages that are only drawn or printed live: a name that no network has. */
const origin = 'http://capas.invalid';

/**
 * A lesson's own words never become a script, also not while a library measures them, and load nothing. Mermaid
 * draws with style attributes.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
].join('; ');

/** What the page may load: by the first part of the address, a folder on disk. */
export interface OfflinePage {
  html: string;
  /** Address of the page, e.g. `/imagenes/index.html`. */
  address: string;
  /** By first part of an address (`_capas`, `imagenes`): the folder that is served under it. */
  folders: Record<string, string>;
}

/**
 * Opens a page that is served from memory and from the given folders, without a server and without a
 * port; every other request, to any machine, is refused.
 */
export async function openOfflinePage(browser: Browser, offline: OfflinePage): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    colorScheme: 'light',
    serviceWorkers: 'block',
  });
  await page.route('**/*', (route) => answer(route, offline));
  await page.goto(origin + offline.address, { waitUntil: 'load' });
  return page;
}

async function answer(route: Route, offline: OfflinePage): Promise<void> {
  const url = new URL(route.request().url());
  if (url.origin !== origin) return route.abort();
  if (url.pathname === offline.address)
    return route.fulfill({
      contentType: mediaTypeOf('index.html'),
      headers: { 'content-security-policy': policy },
      body: offline.html,
    });
  const path = findFile(url.pathname, offline.folders);
  if (path === null) return route.fulfill({ status: 404, body: '' });
  await route.fulfill({ contentType: mediaTypeOf(path), body: readUserFile(path, LARGEST) });
}

function findFile(pathname: string, folders: Record<string, string>): string | null {
  const [, first = '', ...rest] = decodeURIComponent(pathname).split('/');
  const folder = Object.hasOwn(folders, first) ? folders[first]! : null;
  if (folder === null || !existsSync(join(folder, ...rest))) return null;
  const path = resolveInside(folder, folder, ...rest);
  return path !== null && statSync(path).isFile() ? path : null;
}
