/**
 * Names a step by what it runs, where, and the how-manieth of its equals it is: an edit elsewhere in the
 * page leaves the name, and with it the recording, as it is.
 */
export class StepNames {
  private readonly counts = new Map<string, number>();

  /** @param inside the command of the step that opened the program, empty at the host's prompt. */
  next(command: string, inside: string): string {
    const key = `${inside}\n${command}`;
    const count = this.counts.get(key) ?? 0;
    this.counts.set(key, count + 1);
    return hash(`${key}\n${count}`);
  }
}

/** 41 bits of two FNV-1a hashes, in eight digits of base 36. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ (code + at), 0x85ebca6b) >>> 0;
  }
  return ((high % 0x200) * 0x100000000 + low).toString(36).padStart(8, '0').slice(-8);
}
