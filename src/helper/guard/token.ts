import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for one run of the helper: 128 random bits as 32 hexadecimal digits. */
export function makeToken(): string {
  return randomBytes(16).toString('hex');
}

/** Whether `given` is the token. It takes the same time whatever is given, so nothing is learnt by guessing. */
export function isToken(token: string, given: string): boolean {
  return timingSafeEqual(digest(token), digest(given));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
