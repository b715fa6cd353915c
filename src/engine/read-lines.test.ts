import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

async function collect(...chunks: string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))))
    lines.push(line);
  return lines;
}

describe('an engine’s lines', () => {
  it('come whole, however they were cut', async () => {
    expect(await collect('one\ntw', 'o', '\n\nthree')).toEqual(['one', 'two', '', 'three']);
    expect(await collect('á\n'.slice(0, 1), '\n')).toEqual(['á', '']);
    expect(await collect()).toEqual(['']);
  });

  it('without an end are refused, not kept', async () => {
    const chunk = 'x'.repeat(64 * 1024);
    let sent = 0;
    const endless = new Readable({
      read() {
        sent++;
        this.push(chunk);
      },
    });
    const read = async () => {
      for await (const line of readLines(endless)) expect(line).toBe('');
    };
    await expect(read()).rejects.toThrow('a line without end');
    expect(sent).toBeLessThan(64);
  });
});
