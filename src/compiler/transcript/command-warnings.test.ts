import { describe, expect, test } from 'vitest';
import { withoutLiquid } from './entry-drafts.ts';
import { readTranscripts } from './read.ts';
import { code } from './transcript.fixture.ts';

test.each([
  ['backticks stay', 'docker rm `<id>`', 'docker rm `<id>`'],
  ['a substitution stays', 'docker rm `docker ps -aq`', 'docker rm `docker ps -aq`'],
  [
    'Liquid’s escaped template',
    `docker inspect -f '{{ "{{ json .Mounts "}}}}' a`,
    "docker inspect -f '{{ json .Mounts }}' a",
  ],
])('%s', (_, command, expected) => {
  expect(withoutLiquid(command)).toBe(expected);
});

describe('warnings', () => {
  const codes = (text: string) =>
    readTranscripts([code(text, 'bash')]).diagnostics.map(({ code: name, line }) => `${line} ${name}`);

  test.each([
    ['$ docker run -e “A=1” web', ['2 typographic-quotes']],
    ['$ echo\u00A0hello', ['2 typographic-blank']],
    ['$ docker ps –a', ['2 typographic-dash']],
    [
      '$ docker run –d \\\n  -e\u202F“A=1” web',
      ['3 typographic-quotes', '3 typographic-blank', '2 typographic-dash'],
    ],
    ['$ echo "it’s – so"', []],
    ['$ curl `172.17.0.2`', ['2 code-marks']],
    ['$ docker rm `docker ps -aq`', []],
    ["$ echo 'a `1.2` b'", []],
    ['$ cat <<EOF\n`1.2`\nEOF', []],
    ['$ docker run \\\n  -e “A=1” web', ['3 typographic-quotes']],
    ["$ echo 'said “yes”'", []],
    ['$ docker run \\ \n  web', ['2 broken-continuation']],
    ['$ docker run \\\n  web', []],
  ])('%j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test.each([
    ['$ echo\u00A0hello', 'Write echo hello'],
    ['$ docker ps –a —all', 'Write docker ps -a --all'],
    ['$ docker run \\\n  -e “A=1” ‘web’', `Write -e "A=1" 'web'`],
  ])('say how %j should be written', (text, hint) => {
    expect(readTranscripts([code(text, 'bash')]).diagnostics[0]!.hint).toBe(hint);
  });

  test('words of code that are marked with backticks are shown, and not run', () => {
    const { steps } = readTranscripts([code('$ docker run `-d` web\n$ docker ps', 'bash')]);
    expect(steps.map(({ command }) => command)).toEqual(['docker ps']);
  });

  test('change nothing in the command', () => {
    expect(readTranscripts([code('$ echo “a”', 'bash')]).steps[0]!.command).toBe('echo “a”');
  });
});
