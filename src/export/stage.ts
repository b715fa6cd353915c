import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, Page, Route } from 'playwright';
import { resolveInside } from '../helper/inside.ts';

/** Where pages that are only drawn or printed live: a name that no network has. */
const origin = 'http://capas.invalid';

/** A lesson's own words never become a script, also not while a library measures them. */
const policy = "script-src 'self'; object-src 'none'; frame-src 'none'; form-action 'none'";

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
};

/** What the page may load: by the first part of the address, a folder on disk. */
export interface Stage {
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
export async function openStage(browser: Browser, stage: Stage): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: 'light' });
  await page.route('**/*', (route) => answer(route, stage));
  await page.goto(origin + stage.address, { waitUntil: 'load' });
  return page;
}

async function answer(route: Route, stage: Stage): Promise<void> {
  const url = new URL(route.request().url());
  if (url.origin !== origin) return route.abort();
  if (url.pathname === stage.address)
    return route.fulfill({
      contentType: types['.html']!,
      headers: { 'content-security-policy': policy },
      body: stage.html,
    });
  const path = findFile(url.pathname, stage.folders);
  if (path === null) return route.fulfill({ status: 404, body: '' });
  await route.fulfill({
    contentType: types[extname(path).toLowerCase()] ?? 'application/octet-stream',
    body: readFileSync(path),
  });
}

function findFile(pathname: string, folders: Record<string, string>): string | null {
  const [, first = '', ...rest] = decodeURIComponent(pathname).split('/');
  const folder = Object.hasOwn(folders, first) ? folders[first]! : null;
  if (folder === null || !existsSync(join(folder, ...rest))) return null;
  const path = resolveInside(folder, folder, ...rest);
  return path !== null && statSync(path).isFile() ? path : null;
}
