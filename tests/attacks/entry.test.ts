import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../src/export/browser.ts';
import { askPass, enter, enterWith, useKey } from '../entry/enter.ts';
import { Crowd } from './strangers.ts';
import { ask, Deck, startTarget, type Target } from './target.ts';

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>the picture</title></svg>';
const page = `# Lesson

![Own](own.svg)

![Above](../above.svg)

[Paper](paper.pdf)

\`\`\`console
$ sleep 1000
\`\`\`
`;

const hidden = ['salary.pdf', 'private/photo.png', 'private/film.mp4', 'old.svg', 'x.cast'];
const beside = hidden.flatMap((name) => [name, `lesson/${name}`]);

let target: Target;
beforeAll(async () => {
  const shown = { 'lesson/own.svg': picture, 'above.svg': picture, 'lesson/paper.pdf': '%PDF' };
  const secrets = Object.fromEntries(beside.map((path) => [path, 'the secret']));
  // With settings of its own, the course is the folder above the lesson's.
  target = await startTarget({ page, files: { ...shown, ...secrets, 'course.yml': 'title: Course\n' } });
});
afterAll(() => target.close());

const routes = [
  '/lesson/',
  '/lesson/index.html',
  '/lesson/?speaker',
  '/lesson/handout.html',
  '/lesson/own.svg',
  '/lesson/paper.pdf',
  '/lesson/salary.pdf',
  '/lesson/recordings/x.cast',
  '/_capas/deck.js',
  '/_capas/deck.css',
  '/_capas/handout.js',
  '/nowhere/',
];

describe('without a cookie', () => {
  it.each(routes)('%s gives one sentence', async (route) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, body } = await ask(target, route, { method, headers: { cookie: '' } });
      expect(status).toBe(401);
      expect(headers['content-type']).toContain('text/plain');
      expect(body.trim().split('\n')).toHaveLength(1);
      if (method === 'GET') expect(body).toContain('Press Enter in the terminal that runs capas');
    }
  });

  it.each(['capas=', `capas=${'0'.repeat(32)}.${'0'.repeat(64)}`])('nor with %.20s', async (cookie) => {
    for (const route of routes) expect((await ask(target, route, { headers: { cookie } })).status).toBe(401);
  });

  it('a window that is opened shows what to do, and nothing of the lesson', async () => {
    const headers = { cookie: '', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    for (const route of ['/lesson/', '/lesson/handout.html']) {
      const { status, body } = await ask(target, route, { headers });
      expect(status).toBe(401);
      expect(body).toContain('/_capas/enter.js');
      expect(body).not.toContain('Lesson');
    }
    const { body } = await ask(target, '/', { headers });
    expect(body).not.toMatch(/lesson/i);
    for (const asset of ['/_capas/enter.js', '/_capas/enter.css'])
      expect((await ask(target, asset, { headers: { cookie: '' } })).status).toBe(200);
  });
});

describe('with a cookie', () => {
  it.each(['/lesson/own.svg', '/_files/above.svg', '/lesson/paper.pdf'])('%s is read', async (route) => {
    expect((await ask(target, route)).status).toBe(200);
  });

  it.each(
    [...hidden, 'index.md'].flatMap((name) => [
      `/lesson/${name}`,
      `/_files/${name}`,
      `/_files/lesson/${name}`,
    ]),
  )('%s, to which no page refers, is not', async (route) => {
    const { status, body } = await ask(target, route);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it.each(['cross-site', 'same-site'])('nothing is read by a page of another server (%s)', async (site) => {
    for (const dest of ['empty', 'document', 'image', 'iframe']) {
      const headers = { 'sec-fetch-site': site, 'sec-fetch-dest': dest, 'sec-fetch-mode': 'navigate' };
      for (const route of ['/lesson/', '/lesson/own.svg', '/_capas/deck.js', '/_capas/enter.js'])
        expect((await ask(target, route, { headers })).status).toBe(403);
      const { status, body } = await ask(target, '/', { headers });
      expect(status).toBe(dest === 'document' ? 200 : 403);
      if (dest === 'document') expect(body).toContain('enter.js');
    }
  });
});

describe('a key', () => {
  it('that was used lets nobody in', async () => {
    const address = target.helper.invite();
    expect((await useKey(address)).status).toBe(204);
    const second = await useKey(address);
    expect(second.status).toBe(403);
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    { origin: 'http://attacker.example' },
    { origin: 'null' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is neither taken nor used up when it comes with %j', async (headers) => {
    const address = target.helper.invite();
    const refused = await useKey(address, headers as unknown as Record<string, string>);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('set-cookie')).toBeNull();
    expect((await useKey(address)).status).toBe(204);
  });

  it('of another helper, or none, lets nobody in', async () => {
    const other = await startTarget();
    const key = other.helper.invite().split('#')[1];
    expect((await useKey(`${target.helper.address}#${key}`)).status).toBe(403);
    expect((await useKey(`${target.helper.address}#key=`)).status).toBe(403);
    await other.close();
  });

  it.each(['', '[]', '{"key":1}', `{"key":"${'x'.repeat(2000)}"}`])('is not %.20s', async (body) => {
    const headers = { origin: `http://${target.host}`, 'content-type': 'application/json' };
    const { status } = await ask(target, '/_capas/enter', { method: 'POST', headers, body });
    expect([403, 413]).toContain(status);
  });
});

describe('a window’s secret', () => {
  it.each([
    ['without a cookie', { cookie: '' }, 401],
    ['to another origin', { origin: 'http://attacker.example' }, 403],
    ['to no origin', { origin: '' }, 403],
    ['across sites', { 'sec-fetch-site': 'same-site' }, 403],
  ])('is not given %s', async (_, headers, status) => {
    const own = { origin: `http://${target.host}` };
    const options = { method: 'POST', headers: { ...own, ...headers } as unknown as Record<string, string> };
    const answer = await ask(target, '/_capas/window', options);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('secret');
  });
});

it('another browser that was let in can’t take a seat by what its window chose for itself', async () => {
  const own = new Deck(target.guest);
  expect(await own.join({ capability: 'seen' })).toMatchObject({ writable: true });
  const other = new Deck(await enter(target.helper));
  expect(await other.join({ capability: 'seen' })).toMatchObject({ writable: false });
  own.close();
  other.close();
});

describe('a server of another user, on another port of this machine', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is not sent the cookie by the same browser, whatever it makes it ask for', async () => {
    const seen: { path: string | undefined; cookie: string | undefined }[] = [];
    const server = createServer((request, answer) => {
      seen.push({ path: request.url, cookie: request.headers.cookie });
      answer.setHeader('Content-Type', 'text/html').end('<!doctype html><title>x</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const window = await browser.newPage();
    await enterWith(window.context(), target.helper);
    await window.goto(`${target.helper.address}lesson/`);
    for (const path of ['/', '/lesson/', '/_capas/socket', `/${'0'.repeat(32)}/`]) {
      await window.goto(origin + path);
      await window.evaluate((address) => fetch(address, { credentials: 'include' }), origin + path);
    }
    expect(seen.length).toBeGreaterThan(7);
    expect(seen.map(({ cookie }) => cookie).filter(Boolean)).toEqual([]);
    // It would be, at the helper's own place.
    await window.goto(`${origin}${target.place}/`);
    expect(seen.find(({ path }) => path === `${target.place}/`)?.cookie).toContain('capas=');
    await window.close();
    server.close();
  });

  it('keeps nobody out by all the cookies that a browser takes from it', async () => {
    const server = createServer({ maxHeaderSize: 1e6 }, ({ url = '' }, answer) => {
      const cookies = Array.from(
        { length: 50 },
        (_, at) => `s${url.slice(1)}-${at}=${'x'.repeat(4000)}; Path=/`,
      );
      answer.setHeader('Set-Cookie', cookies).end('<!doctype html><title>x</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const context = await browser.newContext();
    const window = await context.newPage();
    for (const path of ['0', '1', '2', '3'])
      await window.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);
    expect((await context.cookies()).length).toBeGreaterThan(140);
    await window.goto(target.helper.invite());
    await window.locator('.slides .slide.present').waitFor();
    expect((await window.reload())?.status()).toBe(200);
    const theirs = (await context.cookies()).filter(({ name }) => name !== 'capas');
    const cookie = [...theirs.map(({ name, value }) => `${name}=${value}`), target.guest.cookie].join('; ');
    const deck = new Deck({ ...target.guest, cookie });
    expect(await deck.join({ capability: 'x' })).toMatchObject({ type: 'welcome' });
    deck.socket.close();
    await context.close();
    server.close();
  });
});

describe('80 strangers, who come again whenever they are sent away', () => {
  it.each([
    ['that say nothing', () => ''],
    [
      'that want a socket',
      () =>
        `GET ${target.place}/_capas/socket HTTP/1.1\r\nHost: ${target.host}\r\nOrigin: http://${target.host}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    ],
  ])('%s lock nobody out', async (_, first) => {
    const crowd = new Crowd(target.helper.port, 80, first());
    await expect.poll(() => crowd.opened).toBeGreaterThanOrEqual(80);
    let joined = 0;
    const began = performance.now();
    for (let time = 0; time < 20; time++) {
      const guest = await enter(target.helper);
      const deck = new Deck(guest);
      if (await deck.join({ capability: 'x' })) joined++;
      deck.close();
    }
    crowd.close();
    expect(joined).toBe(20);
    expect((performance.now() - began) / 20).toBeLessThan(1000);
  });

  it('are too many when they are 300, and a browser that is in stays in', async () => {
    const deck = new Deck(target.guest);
    await deck.join({ capability: 'stays' });
    const crowd = new Crowd(target.helper.port, 300, '');
    await expect.poll(() => crowd.opened).toBeGreaterThanOrEqual(400);
    expect((await askPass(target.guest)).secret).toHaveLength(64);
    expect((await ask(target, '/lesson/')).status).toBe(200);
    expect(deck.socket.readyState).toBe(deck.socket.OPEN);
    crowd.close();
    deck.close();
  });
});
