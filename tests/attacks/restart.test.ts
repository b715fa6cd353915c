import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { launchBrowser } from '../../src/export/browser.ts';
import { askPass, enterBy, greet, openSocket, useKey } from '../entry/enter.ts';
import { type Home, makeHome } from '../entry/present.ts';

/** A helper that is killed in class, and somebody who takes its port before it is started again. */
let browser: Browser;
let home: Home;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  home = makeHome();
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
  await home.close();
});

/** Opens the deck as a browser does, and goes to its second slide. */
async function open(address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.slides .slide.present').waitFor();
  await page.keyboard.press('ArrowRight');
  const slide = page.locator('.slides .slide.present[data-title="One"]');
  await slide.waitFor();
  // reveal.js writes into the address once a second at most, and a window comes back to where that leads.
  const id = (await slide.getAttribute('id'))!;
  await expect.poll(() => page.url()).toContain(id);
}

const lost = () => page.locator('.notice[data-notice="connection"]');

it('takes its own windows back by itself, at their slide, and they run commands', async () => {
  const first = await home.present(['--no-open']);
  await open(first.address);
  await first.end('SIGKILL');
  await lost().waitFor();
  const second = await home.present(['--no-open']);
  const place = second.address.split('#')[0]!;
  expect(new URL(place).port).toBe(new URL(first.address).port);
  expect(place).not.toBe(first.address.split('#')[0]);
  await page.waitForURL(`${place}lesson/**`);
  await page.locator('.slides .slide.present[data-title="One"] .run__main').click();
  await page.locator('.dialog--approval .action--main').click();
  await page.locator('.slides .slide.present .run--done').waitFor();
  expect(page.url()).not.toContain('key=');
});

it('does not know a window again after a clean end', async () => {
  const first = await home.present(['--no-open']);
  const port = new URL(first.address).port;
  await open(first.address);
  expect(await first.end('SIGTERM')).toBe(0);
  await home.present(['--no-open', '--port', port]);
  await lost().getByText('Pulse Intro en la terminal').waitFor();
});

/** Sits on the port, answers everything as well as it can, and keeps what it hears. */
async function sit(port: number) {
  const heard: string[] = [];
  let cookie = '';
  const server: Server = createServer((request, answer) => {
    cookie ||= request.headers.cookie ?? '';
    heard.push(`${request.method} ${request.url}`);
    answer.setHeader('Content-Type', 'application/json');
    answer.end(JSON.stringify({ window: 'w', secret: 's'.repeat(64) }));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ type: 'challenge', challenge: 'c'.repeat(32), proof: 'f'.repeat(64) }));
    socket.on('message', (data) => heard.push(String(data)));
  });
  sockets.on('headers', (_, request) => {
    cookie ||= request.headers.cookie ?? '';
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    heard,
    cookie: () => cookie,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

it('who sat on its port meanwhile has learnt nothing that opens it', async () => {
  const first = await home.present(['--no-open']);
  const { port, origin } = new URL(first.address);
  await open(first.address);
  await first.end('SIGKILL');
  const sitter = await sit(Number(port));
  await expect
    .poll(() => sitter.heard.filter((one) => one.includes('knock')).length)
    .toBeGreaterThanOrEqual(2);
  await sitter.close();
  // The deck says who it is and asks for a proof; it neither gives its own nor takes the sitter's word for a pass.
  expect(sitter.heard.join('\n')).not.toContain('hello');
  const windows = new Set(sitter.heard.flatMap((one) => /"window":"([^"]+)"/.exec(one)?.[1] ?? []));
  expect(windows.size).toBe(1);
  expect(sitter.cookie()).toContain('capas=');

  const second = await home.present(['--no-open']);
  expect(new URL(second.address).origin).toBe(origin);
  const place = second.address.split('#')[0]!;
  for (const address of [place, first.address.split('#')[0]!]) {
    const headers = { cookie: sitter.cookie(), origin };
    const read = await fetch(`${address}lesson/`, { headers, redirect: 'manual' });
    expect([401, 404]).toContain(read.status);
    expect(await read.text()).not.toContain('Lesson');
    expect((await fetch(`${address}_capas/window`, { method: 'POST', headers })).status).toBeGreaterThan(400);
  }
  // At the old place, who knows a window's name and old challenges gets no further than a challenge.
  const guest = { address: first.address.split('#')[0]!, cookie: sitter.cookie() };
  const socket = openSocket(guest as never);
  await new Promise((resolve) => socket.once('open', resolve));
  const messages: string[] = [];
  socket.on('message', (data) => messages.push(String(data)));
  socket.send(JSON.stringify({ type: 'knock', window: [...windows][0], challenge: 'c' }));
  socket.send(JSON.stringify({ type: 'hello', proof: 'f'.repeat(64), lesson: 'lesson', capability: 'x' }));
  expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(1008);
  expect(messages.map((one) => JSON.parse(one).type)).toEqual(['challenge']);
  // The window itself comes back.
  await page.waitForURL(`${place}lesson/**`);
});

it('a window of the old place gets no more than a way in, whatever it says', async () => {
  const first = await home.present(['--no-open']);
  const guest = await enterBy(first.address);
  const pass = await askPass(guest);
  await first.end('SIGKILL');
  const second = await home.present(['--no-open']);
  const socket = openSocket({ ...guest, cookie: '' });
  await new Promise((resolve) => socket.once('open', resolve));
  const { proof } = await greet(socket, guest, pass);
  const answer = new Promise<{ type: string; to: string }>((resolve) =>
    socket.once('message', (data) => resolve(JSON.parse(String(data)))),
  );
  socket.send(JSON.stringify({ type: 'hello', proof, lesson: 'lesson', capability: 'x' }));
  const { type, to } = await answer;
  expect(type).toBe('moved');
  socket.send(JSON.stringify({ type: 'run', step: 'x' }));
  expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(1008);
  const address = new URL(to, second.address).href;
  expect((await useKey(address)).status).toBe(204);
  expect((await useKey(address)).status).toBe(403);
});
