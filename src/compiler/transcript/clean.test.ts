import { describe, expect, test } from 'vitest';
import { cleanCommand } from './clean.ts';
import { code } from './fixture.ts';
import { readTranscripts } from './read.ts';

test.each([
  ['remark marks a placeholder', 'docker rm `<id>`', 'docker rm <id>'],
  ['remark marks an address', 'curl `172.17.0.2`', 'curl 172.17.0.2'],
  ['a substitution stays', 'docker rm `docker ps -aq`', 'docker rm `docker ps -aq`'],
  [
    'Liquid’s escaped template',
    `docker inspect -f '{{ "{{ json .Mounts "}}}}' a`,
    "docker inspect -f '{{ json .Mounts }}' a",
  ],
])('%s', (_, command, expected) => {
  expect(cleanCommand(command)).toBe(expected);
});

describe('warnings', () => {
  const codes = (text: string) =>
    readTranscripts([code(text, 'bash')]).diagnostics.map(({ code: name, line }) => `${line} ${name}`);

  test.each([
    ['$ docker run -e “A=1” web', ['2 typographic-quotes']],
    ['$ docker run \\\n  -e “A=1” web', ['3 typographic-quotes']],
    ["$ echo 'said “yes”'", []],
    ['$ docker run \\ \n  web', ['2 broken-continuation']],
    ['$ docker run \\\n  web', []],
  ])('%j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('change nothing in the command', () => {
    expect(readTranscripts([code('$ echo “a”', 'bash')]).steps[0]!.command).toBe('echo “a”');
  });
});
