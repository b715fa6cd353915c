import { describe, expect, test } from 'vitest';
import { readTranscripts } from './read.ts';
import { code, paragraph, sketch } from './transcript.fixture.ts';

type Row = [what: string, text: string, info: string, expected: string[]];

const rows: Row[] = [
  ['each line is a command', 'mkdir a\ncd a\nls', 'bash', ['> mkdir a', '> cd a', '> ls']],
  ['an unknown program in a fence that says shell', 'kuectl get pods', 'bash', ['> kuectl get pods']],
  ['no language, no command', 'docker ps', '', ['> docker ps']],
  ['an unknown program without a language is code', 'kuectl get pods', '', ['code']],
  [
    'what was printed under it',
    'docker cp a:b .\nSuccessfully copied',
    'bash',
    ['> docker cp a:b .', '= Successfully copied'],
  ],
  ['words that were printed', 'node app.js\nhello world', 'bash', ['> node app.js', '= hello world']],
  ['names that were printed', 'ls\nenv\nsrc', 'bash', ['> ls', '= env', '= src']],
  [
    'a listing that was printed',
    'ls -l\ntotal 8\ndrwxr-xr-x 2 a a 4 .',
    'bash',
    ['> ls -l', '= total 8', '= drwxr-xr-x 2 a a 4 .'],
  ],
  ['everyday commands after a listing', 'ls\npwd', 'bash', ['> ls', '> pwd']],
  ['an unknown program after a quiet command', 'cd app\nbuildit all', 'bash', ['> cd app', '> buildit all']],
  ['an unknown program with options', 'ls -a\nbuildit --all', 'bash', ['> ls -a', '> buildit --all']],
  ['a program that was typed above', 'tool a\n\ntool b', 'bash', ['> tool a', '> tool b']],
  ['under a comment', 'ls\n\n# then\ntool b', 'bash', ['> ls', '# # then', '> tool b']],
  ['comments that look like headings', '# a\n## b\nls', 'bash', ['# # a', '# ## b', '> ls']],
  [
    'what an output tells to run is not run',
    'tool --init\nDone. Run:\n\ndocker ps',
    'bash',
    ['> tool --init', '= Done. Run:', '= ', '= docker ps'],
  ],
  ['a command that prints commands', 'cat run.sh\ndocker ps', 'bash', ['> cat run.sh', '= docker ps']],
  ['a loop', 'for f in *\ndo\n  ls\ndone', 'bash', ['> for f in *\ndo\n  ls\ndone']],
  [
    'a loop with comments in it is read, not typed',
    '# a loop\nfor f in *\n# begins\ndo\n  ls\ndone',
    'bash',
    ['code'],
  ],
  ['parts of a pipe to be put in order', 'sort -n\n|\ncut -c 3', 'bash', ['code']],
  ['how a command is written', 'docker run [OPTIONS] IMAGE', 'bash', ['code']],
  ['a Dockerfile instruction', 'RUN apt-get update && apt-get install -y \\\n git', 'bash', ['code']],
  ['a configuration', 'server {\n  listen 80;\n}', 'bash', ['code']],
  ['an output alone', 'Sending build context to the daemon', 'bash', ['code']],
  ['cmd and PowerShell are shown', 'docker ps\n:: note', 'cmd', ['* docker ps', '# :: note']],
];

describe('a block without prompts', () => {
  test.each(rows)('%s', (_, text, info, expected) => {
    expect(sketch(readTranscripts([code(text, info)]).blocks)).toEqual(expected);
  });

  test('without a language holds what is printed where other blocks say shell', () => {
    const { blocks } = readTranscripts([code('docker ps', 'bash'), code('docker ps', '')]);
    expect(sketch(blocks)).toEqual(['> docker ps', 'code']);
  });

  test('of an unknown program is an output where commands have prompts', () => {
    const prompted = ['a', 'b', 'c'].map((name) => code(`$ touch ${name}`, 'bash'));
    const { blocks } = readTranscripts([...prompted, code('hello world', 'bash')]);
    expect(sketch(blocks).at(-1)).toBe('code');
  });

  test('that the text calls a possibility is shown where commands have prompts', () => {
    const prompted = ['a', 'b', 'c'].map((name) => code(`$ touch ${name}`, 'bash'));
    const { blocks } = readTranscripts([
      ...prompted,
      paragraph('Lo correcto sería:'),
      code('cd a;ls', 'bash'),
    ]);
    expect(sketch(blocks).at(-1)).toBe('* cd a;ls');
  });
});

describe('an attribute of the block', () => {
  test('no-run makes commands plain text', () => {
    const { steps, blocks } = readTranscripts([code('$ ls', 'bash', { classes: ['no-run'] })]);
    expect(steps).toEqual([]);
    expect(sketch(blocks)).toEqual(['* ls']);
  });

  test('run makes a command of any text', () => {
    const { steps } = readTranscripts([code('my own tool', '', { classes: ['run'] })]);
    expect(steps.map(({ command }) => command)).toEqual(['my own tool']);
  });

  test('values hold for all of its commands', () => {
    const values = { exit: '1', timeout: '60s', terminal: '2', match: 'none' };
    const { steps } = readTranscripts([code('$ false\n$ ls x', 'bash', { values })]);
    const expected = { exit: 1, timeout: 60_000, terminal: 2, match: 'none' };
    expect(steps).toMatchObject([expected, expected]);
  });
});
