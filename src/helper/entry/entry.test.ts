import { describe, expect, it } from 'vitest';
import { sign } from '../guard/secret.ts';
import { Entry, makeSecrets } from './entry.ts';
import { KEY_LIFE, Keys, makeKey } from './keys.ts';

const keyOf = (invitation: string) => invitation.split('#key=')[1]!;
const cookieOf = (setCookie: string | null) => setCookie!.split(';')[0]!;
/** Changes the digit at this place. */
const spoil = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1);

describe('a key', () => {
  const secret = 'a'.repeat(32);

  it('opens once', () => {
    const keys = new Keys(secret);
    const key = makeKey(secret);
    expect(keys.use(key)).toBe(true);
    expect(keys.use(key)).toBe(false);
    expect(keys.use(`${key}-x`)).toBe(false);
    expect(keys.use(makeKey(secret))).toBe(true);
  });

  it('opens for a minute, and is remembered as used for as long', () => {
    let now = 1_700_000_000_000;
    const keys = new Keys(secret, () => now);
    const [used, late] = [makeKey(secret, now), makeKey(secret, now)];
    now += KEY_LIFE - 1;
    expect(keys.use(used)).toBe(true);
    expect(keys.use(makeKey(secret, now))).toBe(true);
    expect(keys.use(used)).toBe(false);
    now += 1;
    expect(keys.use(used)).toBe(false);
    now += 1;
    expect(keys.use(late)).toBe(false);
    expect(keys.use(makeKey(secret, now + 1000))).toBe(false);
  });

  it('opens to the end of its minute', () => {
    let now = 1_700_000_000_000;
    const keys = new Keys(secret, () => now);
    const key = makeKey(secret, now);
    now += KEY_LIFE;
    expect(keys.use(key)).toBe(true);
  });

  it('is read as another version of Capas has made it', () => {
    const key = makeKey(secret);
    const [made, nonce, seal] = key.split('-');
    expect(seal).toBe(sign(secret, 'key', `${made}-${nonce}`).slice(0, 32));
    expect(key).toBe(`${made}-${nonce}-${seal}`);
  });

  it('is nobody else’s to make or to change', () => {
    const keys = new Keys(secret);
    expect(keys.use(makeKey('b'.repeat(32)))).toBe(false);
    const key = makeKey(secret);
    for (let at = 0; at < key.length; at++) expect(keys.use(spoil(key, at)), `at ${at}`).toBe(false);
    for (const other of ['', '-', '--', key.slice(0, -1), key.replace(/-[^-]*$/, '-')])
      expect(keys.use(other)).toBe(false);
    expect(keys.use(key)).toBe(true);
  });

  it('holds 128 random bits', () => {
    const nonces = Array.from({ length: 50 }, () => makeKey(secret).split('-')[1]);
    expect(new Set(nonces).size).toBe(50);
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('a browser', () => {
  it('is known by a cookie that scripts, other sites and other servers of this machine do not get', () => {
    const entry = new Entry(makeSecrets());
    expect(entry.exchange('', undefined)).toBeNull();
    expect(entry.wasEntered).toBe(false);
    const set = entry.exchange(keyOf(entry.invite()), undefined)!;
    expect(entry.wasEntered).toBe(true);
    expect(set.split('; ').slice(1).sort()).toEqual(
      [`Path=/${entry.place}/`, 'HttpOnly', 'SameSite=Strict'].sort(),
    );
    expect(entry.place).toMatch(/^[0-9a-f]{32}$/);
    expect(entry.browserOf(cookieOf(set))).toMatch(/^[0-9a-f]{32}$/);
    expect(entry.browserOf(`capas=x; theme=dark; ${cookieOf(set)}`)).not.toBeNull();
  });

  it('stays the same one with another key, and another one is another', () => {
    const entry = new Entry(makeSecrets());
    const cookie = cookieOf(entry.exchange(keyOf(entry.invite()), undefined));
    const again = cookieOf(entry.exchange(keyOf(entry.invite()), cookie));
    const other = cookieOf(entry.exchange(keyOf(entry.invite()), 'capas=x'));
    expect(entry.browserOf(again)).toBe(entry.browserOf(cookie));
    expect(entry.browserOf(other)).not.toBe(entry.browserOf(cookie));
  });

  it('is not known by a cookie that was changed, or is of another run', () => {
    const secrets = makeSecrets();
    const entry = new Entry(secrets);
    const cookie = cookieOf(entry.exchange(keyOf(entry.invite()), undefined));
    for (let at = 'capas='.length; at < cookie.length; at++)
      expect(entry.browserOf(spoil(cookie, at)), `at ${at}`).toBeNull();
    const others = [undefined, '', 'capas=', 'capas=.', cookie.slice(0, -1), `${cookie}0`, `x${cookie}`];
    for (const other of others) expect(entry.browserOf(other)).toBeNull();
    expect(new Entry({ ...secrets, door: makeSecrets().door }).browserOf(cookie)).toBeNull();
  });
});

describe('what is signed for one use', () => {
  it('is good for no other one, and is for the next version of Capas what it is for this one', () => {
    const secrets = { ...makeSecrets(), door: 'd'.repeat(32), windows: 'd'.repeat(32) };
    const entry = new Entry(secrets);
    const [browser, seal] = cookieOf(entry.exchange(keyOf(entry.invite()), undefined))
      .replace('capas=', '')
      .split('.');
    expect(seal).toBe(sign(secrets.door, 'browser', browser!));
    const { window, secret } = entry.openWindow(browser!);
    expect(secret).toBe(sign(secrets.windows, 'window', window));
    expect(entry.prove(window, ['a', 'b'])).toBe(sign(secret, 'a', 'b'));
  });
});

describe('a window', () => {
  it('is named after its browser, in no more signs than the protocol takes', () => {
    const { window } = new Entry(makeSecrets()).openWindow('a'.repeat(32));
    expect(window).toMatch(/^a{32}-[0-9a-f]{16}$/);
  });

  it('has a secret of its own, which the next run knows too after a crash', () => {
    const secrets = makeSecrets();
    const entry = new Entry(secrets);
    const [one, two] = [entry.openWindow('a'.repeat(32)), entry.openWindow('a'.repeat(32))];
    expect(one.secret).not.toBe(two.secret);
    expect(entry.ownerOf(one.window)).toBe('a'.repeat(32));
    const next = new Entry({ ...makeSecrets(), windows: secrets.windows, former: [secrets.place] });
    expect(next.prove(one.window, ['x'])).toBe(entry.prove(one.window, ['x']));
    expect(next.prove(two.window, ['x'])).not.toBe(entry.prove(one.window, ['x']));
    expect(next.isFormerPlace(secrets.place)).toBe(true);
    expect(next.place).not.toBe(secrets.place);
    expect(new Entry(makeSecrets()).prove(one.window, ['x'])).not.toBe(entry.prove(one.window, ['x']));
  });
});
