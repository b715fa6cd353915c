import { closeSync, ftruncateSync, openSync, readdirSync, readlinkSync, writeSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, startTarget, type Target } from './target.ts';

/** Bytes; a film of a lesson's that takes no room on disk. */
const SIZE = 900 * 1024 * 1024;

let target: Target;
beforeAll(async () => {
  target = await startTarget({ page: '# Lesson\n\n[Film](film.mp4)\n' });
  const file = openSync(join(dirname(target.page), 'film.mp4'), 'w');
  writeSync(file, 'begin');
  ftruncateSync(file, SIZE);
  writeSync(file, 'end', SIZE - 3);
  closeSync(file);
});
afterAll(() => target.close());

/** Asks for the film and reads nothing of the answer. */
function hold(): Promise<{ sent: ClientRequest; answer: IncomingMessage }> {
  return new Promise((resolve) => {
    const sent = request(
      `${target.helper.address}lesson/film.mp4`,
      { headers: { cookie: target.guest.cookie } },
      (answer) => resolve({ sent, answer }),
    );
    sent.on('error', () => {});
    sent.end();
  });
}

const openFilms = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).endsWith('film.mp4');
    } catch {
      return false;
    }
  }).length;

it('six who read nothing of a film take no memory for it, and their files are closed when they go', async () => {
  const before = process.memoryUsage().rss;
  const readers = await Promise.all([1, 2, 3, 4, 5, 6].map(hold));
  for (const { answer } of readers) expect(answer.headers['content-length']).toBe(String(SIZE));
  // Whoever reads something meanwhile is answered.
  for (let time = 0; time < 20; time++) expect((await ask(target, '/lesson/')).status).toBe(200);
  expect(openFilms()).toBe(6);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  for (const { sent } of readers) sent.destroy();
  await expect.poll(openFilms, { timeout: 5000 }).toBe(0);
});

it('parts of it are given as they are asked for', async () => {
  const part = (range: string, method = 'GET') =>
    ask(target, '/lesson/film.mp4', { method, headers: { range } });
  const first = await part('bytes=0-4');
  expect(first).toMatchObject({ status: 206, body: 'begin' });
  expect(first.headers).toMatchObject({ 'content-range': `bytes 0-4/${SIZE}`, 'content-length': '5' });
  expect(await part('bytes=-3')).toMatchObject({ status: 206, body: 'end' });
  expect(await part(`bytes=${SIZE - 3}-`)).toMatchObject({ status: 206, body: 'end' });
  const beyond = await part(`bytes=${SIZE}-`);
  expect(beyond).toMatchObject({ status: 416, body: '' });
  expect(beyond.headers['content-range']).toBe(`bytes */${SIZE}`);
  const head = await ask(target, '/lesson/film.mp4', { method: 'HEAD' });
  expect(head).toMatchObject({ status: 200, body: '' });
  expect(head.headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-length': String(SIZE) });
  expect(openFilms()).toBe(0);
});

it('a part of an older one (If-Range) is not mixed with this one', async () => {
  const headers = { range: 'bytes=0-4', 'if-range': '"x"' };
  expect((await ask(target, '/lesson/film.mp4', { method: 'HEAD', headers })).status).toBe(200);
});

it('nothing of it is given to who has no cookie', async () => {
  const headers = { cookie: '', range: 'bytes=0-4' };
  expect(await ask(target, '/lesson/film.mp4', { headers })).toMatchObject({ status: 401 });
});
