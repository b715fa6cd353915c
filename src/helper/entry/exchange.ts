import type { Context } from 'hono';
import * as v from 'valibot';
import { isOwnOrigin } from '../guard/origin.ts';
import { refuse } from '../guard/refuse.ts';
import type { Entry } from './entry.ts';

/** Bytes; a key is a tenth of it. */
const LARGEST = 1024;

const asked = v.strictObject({ key: v.pipe(v.string(), v.maxLength(200)) });

/** A key for a cookie. Asked by the page before the door, and by no form or script of another site. */
export async function exchangeKey(c: Context, entry: Entry, port: number): Promise<Response> {
  if (!isOwnOrigin(c.req.header('Origin'), port)) return refuse(c, 403, 'wrong origin');
  if (c.req.header('Content-Type') !== 'application/json') return refuse(c, 403, 'only JSON');
  // Without a length it may go on for ever.
  if (!(Number(c.req.header('Content-Length')) <= LARGEST)) return refuse(c, 413, 'too long');
  const given = v.safeParse(asked, await c.req.json().catch(() => null));
  const cookie = given.success ? entry.exchange(given.output.key, c.req.header('Cookie')) : null;
  if (cookie === null) return refuse(c, 403, 'this key has been used, or its time is over');
  c.header('Set-Cookie', cookie);
  return c.body(null, 204);
}

/** A window's own secret, for a browser that has been let in. */
export function openWindow(c: Context, entry: Entry, port: number): Response {
  if (!isOwnOrigin(c.req.header('Origin'), port)) return refuse(c, 403, 'wrong origin');
  const browser = entry.browserOf(c.req.header('Cookie'));
  if (browser === null) return refuse(c, 401, 'this browser has not been let in');
  return c.json(entry.openWindow(browser));
}
