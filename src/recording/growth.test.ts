import { describe, expect, it } from 'vitest';
import { parseAsciicast } from './asciicast.ts';
import { compareOutputs } from './compare.ts';
import { renderPlainText } from './plain-text.ts';
import { showPrinted } from './printed.ts';

/** What could cost more than its length, as outputs that grow. */
const outputs: Record<string, (size: number) => string> = {
  'short lines without carriage return': (n) => 'a\n'.repeat(n * 5),
  'tabs and line feeds': (n) => `${'\t'.repeat(50)}\n`.repeat(n),
  'tabs, a letter, line feeds': (n) => `${'\t'.repeat(50)}a\n`.repeat(n),
  'far movements': (n) => '\x1b[999Cx\r\n'.repeat(n),
  'movements up and down': (n) => '\n\x1b[999A\x1b[999B'.repeat(n),
  'a long line': (n) => 'x'.repeat(n * 100),
  'a long line erased again and again': (n) => 'x'.repeat(n * 20) + '\x1b[1K'.repeat(n * 5),
  'a long line, erased whole': (n) => 'x'.repeat(n * 20) + '\x1b[2K'.repeat(n * 5),
  'screens erased': (n) => 'x\r\n\x1b[2J'.repeat(n * 5),
  'a parameter without end': (n) => `\x1b[${'1'.repeat(n * 50)}`,
  'parameters without end': (n) => `\x1b[${'1;'.repeat(n * 25)}`,
  'sequences that are not closed': (n) => '\x1b]0;'.repeat(n * 10),
  'blanks at the end': (n) => `${' '.repeat(n * 50)}x${' '.repeat(n * 50)}`,
  'blank lines': (n) => '\r\n'.repeat(n * 20),
};

const lines: Record<string, (size: number) => string> = {
  digits: (n) => '1'.repeat(n * 10),
  'letters of ids': (n) => 'a1'.repeat(n * 5),
  'words of ids': (n) => 'abcdef1 '.repeat(n * 2),
  addresses: (n) => '1.1.1.1->'.repeat(n),
  'addresses of a port': (n) => '0.0.0.0:80->80/tcp, '.repeat(n),
  colons: (n) => 'a:'.repeat(n * 5),
  durations: (n) => `${'1m1s'.repeat(n * 2)}x`,
  'months that are none': (n) => 'Mon Jan '.repeat(n * 2),
  'invented names': (n) => 'quirky_bohr_'.repeat(n),
  underscores: (n) => 'aaa_'.repeat(n * 2),
  dots: (n) => `${'.'.repeat(n * 5)}x`,
  percentages: (n) => '1.1.'.repeat(n * 3),
};

/** Six times as much may take three times six times as long: collection of garbage is not even. */
const GROWTH = 6;
const MOST = GROWTH * 3;
/** Milliseconds within which growth is not worth a word. */
const INSTANT = 60;

function expectEven(work: (size: number) => () => void): void {
  const [short, long] = [work(400), work(400 * GROWTH)];
  short();
  const ratios = [1, 2, 3].map(() => {
    const quick = milliseconds(short);
    const slow = milliseconds(long);
    return slow < INSTANT ? 0 : slow / quick;
  });
  expect(Math.min(...ratios)).toBeLessThan(MOST);
}

describe('the time that reading an output takes grows with it', () => {
  it.each(Object.keys(outputs))('%s', (name) => {
    expectEven((size) => {
      const output = outputs[name]!(size);
      return () => void renderPlainText(output);
    });
  });

  it.each(Object.keys(lines))('comparing a line of %s', (name) => {
    expectEven((size) => {
      const line = lines[name]!(size);
      return () => void compareOutputs(`${line}…`, line, 'lines');
    });
  });

  it('comparing lines that nearly match everywhere', () => {
    expectEven((size) => {
      const page = `...\n${'same words\n'.repeat(size / 2)}other\n...`;
      const output = 'same words\r\n'.repeat(size);
      return () => void compareOutputs(page, output, 'lines');
    });
  });

  it('reading a recording', () => {
    expectEven((size) => {
      const text = `{"version":3,"term":{"cols":80,"rows":24}}\n${'[0.001,"o","a"]\n'.repeat(size)}`;
      return () => void parseAsciicast(text);
    });
  });
});

describe('an output beyond what programs print', () => {
  it('is read as far as its limit, in little time and memory', () => {
    const outputs = ['a\n'.repeat(500_000), '\x1b[999Cx\r\n'.repeat(100_000)];
    const taken = milliseconds(() => {
      for (const output of outputs) expect(renderPlainText(output).length).toBeLessThan(10_000_000);
    });
    expect(taken).toBeLessThan(8_000);
  }, 60_000);

  it('what stands under a command is short', () => {
    const step = { interactive: false, inside: null };
    expect(showPrinted('\x1b[999Cx\r\n'.repeat(10_000), step).length).toBeLessThan(10_000);
  });
});

/** Of the processor's time: a machine that does much else must not make it fail. */
function milliseconds(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
