import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 random bits as 32 hexadecimal digits. */
export function makeSecret(): string {
  return randomBytes(16).toString('hex');
}

/** What only those can write who have the secret: HMAC-SHA-256 (RFC 2104) over all parts, as 64 hexadecimal digits. */
export function sign(secret: string, ...parts: string[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex');
}

/** Whether two texts are the same. It takes the same time whatever is given, so nothing is learnt by guessing. */
export function isSame(expected: string, given: string): boolean {
  return timingSafeEqual(digest(expected), digest(given));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
