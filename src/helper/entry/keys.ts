import { randomBytes } from 'node:crypto';
import { isSame, sign } from '../guard/secret.ts';

/** Milliseconds for which a key opens the door. */
export const KEY_LIFE = 60_000;

/**
 * A key that lets one browser in, once and within a minute. Whoever has the helper's secret can make one
 * (`capas present`, `capas open`), so that the helper need not be asked.
 */
export function makeKey(secret: string, now = Date.now()): string {
  const head = `${now.toString(36)}-${randomBytes(16).toString('hex')}`;
  return `${head}-${sealOf(secret, head)}`;
}

/** The keys of one helper: which of them have been used. */
export class Keys {
  private readonly secret: string;
  private readonly now: () => number;
  /** By key: when it ends. */
  private readonly used = new Map<string, number>();

  constructor(secret: string, now: () => number = Date.now) {
    this.secret = secret;
    this.now = now;
  }

  /** Whether the key opens; from then on it does not. */
  use(key: string): boolean {
    const [made = '', nonce = '', seal = ''] = key.split('-');
    if (!isSame(sealOf(this.secret, `${made}-${nonce}`), seal)) return false;
    const now = this.now();
    const ends = Number.parseInt(made, 36) + KEY_LIFE;
    for (const [other, end] of this.used) if (end < now) this.used.delete(other);
    // One from the future would outlive the memory of its use.
    if (ends < now || ends > now + KEY_LIFE || this.used.has(nonce)) return false;
    this.used.set(nonce, ends);
    return true;
  }
}

function sealOf(secret: string, head: string): string {
  return sign(secret, 'key', head).slice(0, 32);
}
