import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TranscriptBlock, TranscriptEntry } from '../model.ts';
import { readTranscripts } from './read.ts';
import { code } from './transcript.fixture.ts';

const infos = fc.constantFrom('', 'bash', 'console', 'text', 'powershell', 'output', 'yaml', 'sql', '.term1');
const scraps = fc.constantFrom(
  '$ docker ps',
  '$ docker run -it debian',
  'root@c:/# ls',
  '# ls',
  '# words of the author',
  'mysql> SELECT 1;',
  '    -> FROM a;',
  '> done',
  '$ for i in *',
  'do',
  'done',
  '$ cat <<EOF',
  'EOF',
  'echo "a',
  "it's",
  'docker images',
  'REPOSITORY   TAG',
  '  web\\',
  '$ ls \\',
  '...',
  '',
  '   ',
  '$',
  '/ #',
  'exit',
  'PS C:\\> dir `',
);
const lines = fc.array(fc.oneof(scraps, fc.string({ maxLength: 60 })), { maxLength: 40 });

/** Lines that hold something: neither blank nor a continuation prompt at which nothing was typed. */
const full = (text: string[]) => text.filter((line) => !/^\s*>?\s*$/.test(line)).length;

/** How many such lines of its block an entry stands for. */
function countLines(entry: TranscriptEntry, block: TranscriptBlock): number {
  if (entry.kind === 'prompt') return full([entry.prompt]);
  if (entry.kind !== 'command') return full(entry.text.split('\n'));
  const from = entry.line - block.textLine;
  const typed = block.text.split('\n').slice(from, from + entry.command.split('\n').length);
  return full(typed) + full(entry.output.split('\n'));
}

test('any text is read without an exception, and each line that is not blank stands in one entry', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(lines, infos), { maxLength: 4 }), (blocks) => {
      const page = blocks.map(([text, info]) => code(text.join('\n').replaceAll('\r', ''), info));
      const read = readTranscripts(page).blocks;
      expect(read).toHaveLength(page.length);
      for (const block of read) {
        if (block.kind !== 'transcript') continue;
        const counted = block.entries.reduce((sum, entry) => sum + countLines(entry, block), 0);
        expect(counted).toBe(full(block.text.split('\n')));
        const starts = block.entries.map(({ line }) => line);
        expect(starts).toEqual([...new Set(starts)].sort((one, other) => one - other));
      }
    }),
    { numRuns: 1000 },
  );
});

const word = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/);
const argument = fc.oneof(
  word,
  word.map((name) => `--${name}`),
  word.map((name) => `'${name} $HOME'`),
  word.map((name) => `"${name} and more"`),
  word.map((name) => `\\\n  ${name}`),
);
const typed = fc
  .tuple(word, fc.array(argument, { maxLength: 4 }))
  .map(([name, rest]) => ['run', name, ...rest].join(' '));
const printed = fc.array(
  fc.stringMatching(/^[A-Z][A-Za-z0-9:,. ]{0,30}$/).map((line) => line.trimEnd()),
  { maxLength: 4 },
);
const prompts = fc.constantFrom('$ ', 'ana@laptop:~$ ', '~/work$ ', '% ');

test('a session’s commands and outputs are read back as they were', () => {
  fc.assert(
    fc.property(
      prompts,
      fc.array(fc.tuple(typed, printed), { minLength: 1, maxLength: 8 }),
      (prompt, session) => {
        const text = session.map(([command, output]) => [prompt + command, ...output].join('\n')).join('\n');
        const { steps } = readTranscripts([code(text, 'console')]);
        expect(steps.map(({ command, output }) => [command, output])).toEqual(
          session.map(([command, output]) => [command, output.join('\n')]),
        );
      },
    ),
    { numRuns: 300 },
  );
});

/** Texts that make careless expressions go back and forth. */
const nasty: Record<string, (size: number) => string> = {
  'open quotes': (size) => `$ echo '${"a' 'b".repeat(size)}\n`.repeat(3),
  'one long line': (size) => `$ ${'docker '.repeat(size)}`,
  elisions: (size) => `docker ps${' ...'.repeat(size)}`,
  'many commands': (size) => '$ docker run -it debian\nroot@c:/# ls\n'.repeat(size),
  'many unclosed quotes': (size) => "$ echo it's\n".repeat(size),
  'many here-documents': (size) => '$ cat <<EOF\nx\n'.repeat(size),
  'many comments': (size) => '# words\n'.repeat(size),
  'many placeholders': (size) => `$ a ${'<b '.repeat(size)}`,
  'many braces': (size) => `$ a ${'{{ "{{'.repeat(size)}`,
  'deep substitutions': (size) => `$ ${'$('.repeat(size)}`,
  'table rows': (size) => 'AB  CD  EF\n'.repeat(size),
};

/** A text eight times as long may take three times eight times as long: collection of garbage is not even. */
const GROWTH = 8;
const MOST = GROWTH * 3;
/** Milliseconds within which growth is not worth a word. */
const INSTANT = 150;

test.each(Object.entries(nasty))('time grows with the text: %s', { timeout: 60_000 }, (_, make) => {
  for (const info of ['bash', '']) {
    const milliseconds = (size: number) => {
      const start = performance.now();
      readTranscripts([code(make(size), info)]);
      return performance.now() - start;
    };
    milliseconds(600);
    // A busy machine may be slow once, not each time.
    const ratios = [1, 2].map(() => {
      const short = milliseconds(600);
      const long = milliseconds(600 * GROWTH);
      return long < INSTANT ? 0 : long / short;
    });
    expect(Math.min(...ratios)).toBeLessThan(MOST);
  }
});
