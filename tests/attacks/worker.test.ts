import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from '../../src/export/browser.ts';
import { startHelper } from '../../src/helper/server.ts';
import { startTarget, type Target } from './target.ts';

/**
 * A server that once ran on this machine has left a service worker in the teacher's browser. It answers every page
 * of its origin with its own, which tells it the address, and goes in by the key that stands in it.
 */
const worker = `
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const script = "document.title = 'taken ' + location.href";
  const page = '<!doctype html><script>' + script + '</script>';
  event.respondWith(new Response(page, { headers: { 'Content-Type': 'text/html' } }));
});`;

let profile: string;
let context: BrowserContext;
let port: number;
let target: Target;

beforeAll(async () => {
  const executablePath = findBrowser(process.env, process.platform, existsSync, chromium.executablePath())!;
  profile = mkdtempSync(join(tmpdir(), 'capas-profile-'));
  context = await chromium.launchPersistentContext(profile, { executablePath, args: ['--no-sandbox'] });
  port = await leaveWorker();
});
afterAll(async () => {
  await target?.close();
  await context.close();
  rmSync(profile, { recursive: true, force: true });
});

/** The earlier server: it registers its worker for all of its origin, and ends. Gives its port. */
async function leaveWorker(): Promise<number> {
  const server = createServer((request, answer) => {
    const isScript = request.url === '/worker.js';
    answer.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    answer.end(isScript ? worker : '<!doctype html><title>earlier</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js', { scope: '/' });
    await navigator.serviceWorker.ready;
  });
  await page.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('answers for its own port to this day, and is never asked for the helper’s', async () => {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/#key=x`);
  await expect.poll(() => page.title()).toContain('taken');
  target = await startTarget();
  expect(target.helper.port).not.toBe(port);
  await page.goto(target.helper.invite());
  await page.locator('.slides .slide.present').waitFor();
  expect(await page.title()).not.toContain('taken');
  expect(page.url()).not.toContain('key=');
  const registrations = await page.evaluate(
    async () => (await navigator.serviceWorker.getRegistrations()).length,
  );
  expect(registrations).toBe(0);
  await page.close();
});

it('is cleared away by the first answer of the helper that reaches the browser', async () => {
  const headers = { 'sec-fetch-site': 'none' };
  const untouched = await startHelper({ path: target.page, port: 0, replay: true, env: { HOME: profile } });
  const first = await fetch(untouched.address, { headers });
  expect(first.headers.get('clear-site-data')).toBe('"storage"');
  await untouched.close();
  // What is kept from then on is the deck's own.
  const later = await fetch(target.helper.address, { headers });
  expect(later.headers.get('clear-site-data')).toBeNull();
});
