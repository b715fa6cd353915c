import type { BrowserContext, Page } from 'playwright';
import { WebSocket } from 'ws';
import { sign } from '../../src/helper/guard/secret.ts';
import type { Helper } from '../../src/helper/server.ts';
import { proofParts } from '../../src/protocol/proof.ts';

/** What a helper is to those who come to it: where it is, and a way in. */
export type Door = Pick<Helper, 'address' | 'invite'>;

/** A browser that was let in, as far as a program needs one. */
export interface Guest {
  /** Where everything is, with a slash at its end. */
  address: string;
  cookie: string;
  /** Asks as the browser would; `way` is relative to the helper's place. */
  fetch(way: string, options?: RequestInit): Promise<Response>;
}

/** A window's pass, as its page gets it. */
export interface Pass {
  window: string;
  secret: string;
}

/** Uses a key up; gives the helper's answer. */
export function useKey(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const { origin, pathname, hash } = new URL(address);
  return fetch(`${origin}${pathname}_capas/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify({ key: hash.replace('#key=', '') }),
  });
}

/** Comes in by an address with a fresh key. */
export async function enterBy(address: string): Promise<Guest> {
  const answer = await useKey(address);
  if (answer.status !== 204) throw new Error(`not let in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  const place = address.split('#')[0]!;
  return {
    address: place,
    cookie,
    fetch: (way, options = {}) =>
      fetch(place + way, { redirect: 'manual', ...options, headers: { cookie, ...options.headers } }),
  };
}

/** Comes in as a browser that has none of another's cookies. */
export function enter(helper: Door): Promise<Guest> {
  return enterBy(helper.invite());
}

/** A browser's profile that was let in, as if it had been opened with a key; one that was stays as it is. */
export async function enterWith(context: BrowserContext, helper: Door): Promise<void> {
  if ((await context.cookies(helper.address)).length > 0) return;
  const { cookie, address } = await enter(helper);
  const [name = '', value = ''] = cookie.split('=');
  const { hostname, pathname } = new URL(address);
  await context.addCookies([
    { name, value, domain: hostname, path: pathname, httpOnly: true, sameSite: 'Strict' },
  ]);
}

/** Opens a page of the helper's in a window of a profile that is let in first. */
export async function visit(page: Page, helper: Door, way = ''): Promise<void> {
  await enterWith(page.context(), helper);
  await page.goto(helper.address + way);
}

export async function askPass({ fetch, address }: Guest): Promise<Pass> {
  const answer = await fetch('_capas/window', {
    method: 'POST',
    headers: { origin: new URL(address).origin },
  });
  return (await answer.json()) as Pass;
}

/** Opens the socket as a page of the helper's would. */
export function openSocket({ address, cookie }: Guest, headers: Record<string, string> = {}): WebSocket {
  const { origin } = new URL(address);
  return new WebSocket(`${address.replace('http', 'ws')}_capas/socket`, {
    headers: { origin, cookie, ...headers },
  });
}

/** Knocks, and gives the hello that the helper's challenge asks for. Throws when it is not the helper. */
export function greet(socket: WebSocket, guest: Guest, { window, secret }: Pass): Promise<{ proof: string }> {
  const { host } = new URL(guest.address);
  return new Promise((resolve, reject) => {
    const challenge = 'c'.repeat(32);
    socket.once('close', (code) => reject(new Error(`closed (${code}) before the challenge`)));
    socket.once('message', (data) => {
      const answer = JSON.parse(String(data)) as { challenge: string; proof: string };
      if (answer.proof !== sign(secret, ...proofParts('helper', challenge, host)))
        return reject(new Error('another helper'));
      resolve({ proof: sign(secret, ...proofParts('window', answer.challenge, host)) });
    });
    socket.send(JSON.stringify({ type: 'knock', window, challenge }));
  });
}
