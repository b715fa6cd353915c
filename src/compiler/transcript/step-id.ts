import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Names a step by what it runs, where, and the how-manieth of its equals it is: an edit elsewhere in the
 * page leaves the name, and with it the recording, as it is. What is approved, run and recorded under a name
 * is bound to the command: nobody finds two with the same name.
 */
export class StepNames {
  private readonly counts = new Map<string, number>();

  /** @param inside the command of the step that opened the program, empty at the host's prompt. */
  next(command: string, inside: string): string {
    const key = JSON.stringify([inside, command]);
    const count = this.counts.get(key) ?? 0;
    this.counts.set(key, count + 1);
    return toBase32(sha256(utf8ToBytes(`${key}${count}`)).subarray(0, BYTES));
  }
}

/** Of the SHA-256 sum: 128 bits. */
const BYTES = 16;
/** RFC 4648, section 6, in lower case: file systems that ignore case keep the names apart. */
const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567';

function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += DIGITS[(value >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + DIGITS[(value << (5 - bits)) & 31] : text;
}
