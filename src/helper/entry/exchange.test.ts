import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { Entry, makeSecrets } from './entry.ts';
import { exchangeKey, openWindow } from './exchange.ts';

const PORT = 4321;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const JSON_TYPE = 'application/json';
/** Bytes of the longest request that is read. */
const LARGEST = 1024;

let entry: Entry;
let app: Hono;
beforeEach(() => {
  entry = new Entry(makeSecrets());
  app = new Hono();
  app.post('/enter', (c) => exchangeKey(c, entry, PORT));
  app.post('/window', (c) => openWindow(c, entry, PORT));
});

const newKey = () => entry.invite().split('#key=')[1]!;
const cookieOf = (response: Response) => response.headers.get('Set-Cookie')?.split(';')[0] ?? null;

/** Without a header where it is given as `undefined`. */
function post(way: string, body: string, changed: Record<string, string | undefined> = {}) {
  const headers = {
    Origin: ORIGIN,
    'Content-Type': JSON_TYPE,
    'Content-Length': `${body.length}`,
    ...changed,
  };
  const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return app.request(way, { method: 'POST', body, headers: given });
}
const enter = (key: string, changed?: Record<string, string | undefined>) =>
  post('/enter', JSON.stringify({ key }), changed);

async function expectRefused(response: Response, status: number, why: string): Promise<void> {
  expect(response.status).toBe(status);
  expect(await response.text()).toBe(`${why}\n`);
  expect(response.headers.get('Set-Cookie')).toBeNull();
}

describe('a key', () => {
  it('is taken for a cookie that lets in, and for nothing else', async () => {
    const response = await enter(newKey());
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(entry.browserOf(cookieOf(response)!)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('leaves a browser that is known the one that it was', async () => {
    const first = cookieOf(await enter(newKey()))!;
    const again = cookieOf(await enter(newKey(), { Cookie: first }))!;
    const other = cookieOf(await enter(newKey()))!;
    expect(entry.browserOf(again)).toBe(entry.browserOf(first));
    expect(entry.browserOf(other)).not.toBe(entry.browserOf(first));
  });

  it.each([
    ['of another port', 'http://127.0.0.1:4322'],
    ['of another site', 'https://attacker.example'],
    ['that hides where it is from', undefined],
  ])('is not taken from a page %s, and not used up by it', async (_, origin) => {
    const key = newKey();
    await expectRefused(await enter(key, { Origin: origin }), 403, 'wrong origin');
    expect((await enter(key)).status).toBe(204);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', `${JSON_TYPE}; charset=utf-8`, undefined])(
    'is not taken as %s, which forms of other sites send, and not used up by it',
    async (type) => {
      const key = newKey();
      // Without a type there is none only where the body has none either.
      const body = new TextEncoder().encode(JSON.stringify({ key }));
      const headers = {
        Origin: ORIGIN,
        'Content-Length': `${body.length}`,
        ...(type && { 'Content-Type': type }),
      };
      await expectRefused(await app.request('/enter', { method: 'POST', body, headers }), 403, 'only JSON');
      expect((await enter(key)).status).toBe(204);
    },
  );

  it('is not looked for in what is too long, or does not say how long it is', async () => {
    const key = newKey();
    const text = JSON.stringify({ key });
    await expectRefused(await post('/enter', text.padEnd(LARGEST + 1)), 413, 'too long');
    await expectRefused(await enter(key, { 'Content-Length': undefined }), 413, 'too long');
    await expectRefused(await enter(key, { 'Content-Length': 'long' }), 413, 'too long');
    expect((await post('/enter', text.padEnd(LARGEST))).status).toBe(204);
  });

  it.each([
    ['no JSON', '{"key"'],
    ['nothing', ''],
    ['null', 'null'],
    ['no key', '{}'],
    ['a number', '{"key": 7}'],
    ['a list', '{"key": ["x"]}'],
    ['a key of none', '{"key": "x"}'],
  ])('is not %s', async (_, body) => {
    await expectRefused(await post('/enter', body), 403, USED);
    expect(entry.wasEntered).toBe(false);
  });

  it('stands alone in what is asked, and is no longer than keys are', async () => {
    const key = newKey();
    await expectRefused(await post('/enter', JSON.stringify({ key, more: 1 })), 403, USED);
    // The seal ends at the third stroke: what follows would be read over.
    await expectRefused(await enter(`${key}-`.padEnd(201, 'x')), 403, USED);
    expect((await enter(key)).status).toBe(204);
  });

  it('opens once', async () => {
    const key = newKey();
    await enter(key);
    await expectRefused(await enter(key), 403, USED);
  });
});

const USED = 'this key has been used, or its time is over';

describe('a window', () => {
  it('gets a secret of its own, of the browser whose cookie it shows', async () => {
    const cookie = cookieOf(await enter(newKey()))!;
    const ask = async () => (await post('/window', '', { Cookie: cookie })).json();
    const [one, two] = [await ask(), await ask()];
    expect(entry.ownerOf(one.window)).toBe(entry.browserOf(cookie));
    expect(one.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(two.secret).not.toBe(one.secret);
  });

  it('gets none without a cookie that counts', async () => {
    for (const cookie of [undefined, 'capas=x'])
      await expectRefused(
        await post('/window', '', { Cookie: cookie }),
        401,
        'this browser has not been let in',
      );
  });

  it('gets none for a page of another server, whose requests carry the cookie too', async () => {
    const cookie = cookieOf(await enter(newKey()))!;
    for (const origin of [undefined, 'http://127.0.0.1:4322'])
      await expectRefused(await post('/window', '', { Cookie: cookie, Origin: origin }), 403, 'wrong origin');
  });
});
