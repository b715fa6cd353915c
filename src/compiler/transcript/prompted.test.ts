import { describe, expect, test } from 'vitest';
import { readTranscripts } from './read.ts';
import { code, sketch } from './transcript.fixture.ts';

/** A block's text, its info string, and what is read. */
type Row = [what: string, text: string, info: string, expected: string[]];

const rows: Row[] = [
  ['several commands without output', '$ mkdir a\n$ cd a\n$ ls', 'bash', ['> mkdir a', '> cd a', '> ls']],
  [
    'a blank line parts output from the next command',
    '$ ls\na  b\n\n$ pwd',
    'bash',
    ['> ls', '= a  b', '> pwd'],
  ],
  ['blank lines within an output stay', '$ dig a\none\n\ntwo\n', 'bash', ['> dig a', '= one', '= ', '= two']],
  [
    'an indented prompt within an output is output',
    '$ docker run hello-world\nTry:\n $ docker run -it ubuntu bash',
    'bash',
    ['> docker run hello-world', '= Try:', '=  $ docker run -it ubuntu bash'],
  ],
  [
    'what the author left out is output',
    '$ env\n...\nA=1\n[…]\n<snip>',
    'bash',
    ['> env', '= ...', '= A=1', '= […]', '= <snip>'],
  ],
  [
    'a command that its author left unfinished is shown',
    '$ docker run -v /a:/b image ...',
    'bash',
    ['* docker run -v /a:/b image ...'],
  ],
  ['a comment before a command', '# first\n$ ls', 'bash', ['# # first', '> ls']],
  [
    'a comment between commands, after a blank line',
    '$ ls\na\n\n# then\n$ pwd',
    'bash',
    ['> ls', '= a', '# # then', '> pwd'],
  ],
  [
    'a # line right under an output is output',
    '$ cat r.md\na\n# Title',
    '',
    ['> cat r.md', '= a', '= # Title'],
  ],
  ['a command switched off by its author', '$ # docker inspect web', 'bash', ['* docker inspect web']],
  ['words behind a prompt and a #', '$ # To see more:\n$ ls', 'bash', ['# $ # To see more:', '> ls']],
  [
    'a prompt with nothing typed',
    '$ docker run -ti alpine sh\n/ #',
    'bash',
    ['> docker run -ti alpine sh', '$ / #'],
  ],
  [
    'a line that lost its prompt, before one that has it',
    'cd build\n~/build$ ls\nDockerfile',
    'bash',
    ['> cd build', '> ls', '= Dockerfile'],
  ],
  [
    'a line that lost its prompt, after a command that prints nothing',
    '$ docker run -d web\n\ndocker volume list\nDRIVER',
    'bash',
    ['> docker run -d web', '> docker volume list', '= DRIVER'],
  ],
  [
    'an output that begins with a program, after a command that prints',
    '$ docker-compose ps\ndocker up',
    'bash',
    ['> docker-compose ps', '= docker up'],
  ],
  ['PowerShell is shown', 'PS C:\\> docker ps\nCONTAINER', '', ['* docker ps', '= CONTAINER']],
  [
    'PowerShell goes on after a backtick',
    'PS> docker run `\n  web\nok',
    'powershell',
    ['* docker run `\n  web', '= ok'],
  ],
  ['a variable is no prompt', '$name = 1;', 'php', ['code']],
  ['prompts in a text block', '$ ls\na', 'text', ['> ls', '= a']],
  ['output that says it is one', '$ nodemon app.js\nlistening', 'output', ['code']],
  ['a log in a text block', '# Previous log\n$ nodemon app.js', 'plaintext', ['code']],
  [
    'yarn prints its own commands',
    '$ yarn test\nyarn run v1.22\n$ vitest run',
    '',
    ['> yarn test', '= yarn run v1.22', '= $ vitest run'],
  ],
  ['a script is a file', '#!/bin/bash\ndocker ps', 'bash', ['code']],
  ['a Dockerfile is a file', '# syntax=docker/dockerfile:1\nFROM debian', 'Dockerfile', ['code']],
  ['a Dockerfile without a language is a file', '# the base\nFROM debian\nRUN ls', '', ['code']],
  [
    'a place before the real prompt',
    '[earth] (local) ana@node1 ~\n$ ls',
    '',
    ['$ [earth] (local) ana@node1 ~', '> ls'],
  ],
  ['carriage returns and a shared indentation go', '    $ ls\r\n    a\r', 'bash', ['> ls', '= a']],
];

describe('a block with prompts', () => {
  test.each(rows)('%s', (_, text, info, expected) => {
    expect(sketch(readTranscripts([code(text, info)]).blocks)).toEqual(expected);
  });
});

describe('a # line', () => {
  const open = code('$ docker run -it --name c1 alpine', 'bash');

  test('is a root prompt when a container is open', () => {
    const { steps } = readTranscripts([open, code('# cat /etc/hosts\n127.0.0.1 localhost', 'bash')]);
    expect(steps[1]).toMatchObject({ command: 'cat /etc/hosts', prompt: '#', insideName: 'c1' });
    expect(steps[1]!.output).toBe('127.0.0.1 localhost');
  });

  test('is a root prompt although what it prints looks like a key and a value', () => {
    const { steps } = readTranscripts([open, code('# ip a\n33: eth0@if34: <UP> mtu 1500', 'bash')]);
    expect(steps[1]).toMatchObject({ command: 'ip a', insideName: 'c1' });
  });

  test('is a root prompt on a page that types behind it more than once, whatever else it does', () => {
    const blocks = [code('$ uname -r'), code('# apt-get update'), code('# curl localhost\n<html>\n</html>')];
    expect(sketch(readTranscripts(blocks).blocks)).toEqual([
      '> uname -r',
      '> apt-get update',
      '> curl localhost',
      '= <html>',
      '= </html>',
    ]);
  });

  test('is a comment when words follow it', () => {
    const { steps, blocks } = readTranscripts([open, code('# the name of the host\nhostname', 'bash')]);
    expect(sketch(blocks).slice(1)).toEqual(['# # the name of the host', '> hostname']);
    expect(steps).toHaveLength(2);
  });

  test('is a comment above the command that it explains', () => {
    const { blocks } = readTranscripts([code('# docker images\ndocker images', 'bash')]);
    expect(sketch(blocks)).toEqual(['# # docker images', '> docker images']);
  });
});
