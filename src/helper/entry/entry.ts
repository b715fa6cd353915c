import { isSame, makeSecret, sign } from '../guard/secret.ts';
import { Keys, makeKey } from './keys.ts';

/** What one run of the helper knows that nobody else may. */
export interface EntrySecrets {
  /** The first part of every address. Cookies are kept apart by it, where ports do not. */
  place: string;
  /** Makes keys and cookies; of this run only. */
  door: string;
  /** Makes windows' secrets; a helper that was killed leaves it to the next one. */
  windows: string;
  /** Places of helpers that were killed, whose windows may come back. */
  former: string[];
}

/** One window of a browser that was let in. */
export interface WindowPass {
  window: string;
  secret: string;
}

/** Makes the secrets of a run that nobody left anything to. */
export function makeSecrets(): EntrySecrets {
  return { place: makeSecret(), door: makeSecret(), windows: makeSecret(), former: [] };
}

/**
 * Who may come in. A key becomes a browser's cookie; with the cookie a window gets a secret of its own, which it
 * keeps in memory and proves on each connection. After a crash the cookies are dead and windows come back by
 * their proof alone.
 */
export class Entry {
  private readonly secrets: EntrySecrets;
  private readonly keys: Keys;
  private entered = false;

  constructor(secrets: EntrySecrets, now: () => number = Date.now) {
    this.secrets = secrets;
    this.keys = new Keys(secrets.door, now);
  }

  get place(): string {
    return this.secrets.place;
  }

  /** Whether a browser has come in. */
  get wasEntered(): boolean {
    return this.entered;
  }

  isFormerPlace(place: string): boolean {
    return this.secrets.former.includes(place);
  }

  /** A fresh way in: the address's path and fragment. */
  invite(): string {
    return `/${this.place}/#key=${makeKey(this.secrets.door)}`;
  }

  /** Takes a key for the value of a `Set-Cookie` header, or `null`. A browser that is known stays the same one. */
  exchange(key: string, cookies: string | undefined): string | null {
    if (!this.keys.use(key)) return null;
    this.entered = true;
    const browser = this.browserOf(cookies) ?? makeSecret();
    const value = `${browser}.${this.sealOf(browser)}`;
    return `${COOKIE}=${value}; Path=/${this.place}/; HttpOnly; SameSite=Strict`;
  }

  /** The browser that a `Cookie` header names, or `null`; other servers of this machine may have added theirs. */
  browserOf(cookies: string | undefined): string | null {
    for (const cookie of cookies?.split('; ') ?? []) {
      const [, browser = '', seal = ''] = /^capas=([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(cookie) ?? [];
      if (isSame(this.sealOf(browser), seal)) return browser;
    }
    return null;
  }

  /** A pass for a new window of a browser. */
  openWindow(browser: string): WindowPass {
    const window = `${browser}-${makeSecret().slice(0, 16)}`;
    return { window, secret: this.secretOf(window) };
  }

  /** The browser that a window belongs to. */
  ownerOf(window: string): string {
    return window.split('-')[0]!;
  }

  /** What the holder of a window's secret signs. */
  prove(window: string, parts: string[]): string {
    return sign(this.secretOf(window), ...parts);
  }

  private secretOf(window: string): string {
    return sign(this.secrets.windows, 'window', window);
  }

  private sealOf(browser: string): string {
    return sign(this.secrets.door, 'browser', browser);
  }
}

const COOKIE = 'capas';
