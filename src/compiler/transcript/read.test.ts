import { expect, test } from 'vitest';
import { readTranscripts } from './read.ts';
import { code } from './transcript.fixture.ts';

test('a prompt makes a command, the lines under it are its output', () => {
  const { steps, blocks } = readTranscripts([code('$ docker images\nREPOSITORY   TAG\nubuntu       latest')]);
  expect(steps).toMatchObject([
    {
      command: 'docker images',
      prompt: '$',
      line: 2,
      output: 'REPOSITORY   TAG\nubuntu       latest',
      inside: null,
    },
  ]);
  expect(blocks[0]).toMatchObject({ kind: 'transcript', entries: [{ kind: 'command', step: steps[0]!.id }] });
});

test('a line behind the prompt of a container is typed inside what was attached', () => {
  const { steps } = readTranscripts([
    code('$ docker attach c1\nroot@a2d1ce6990d8:/# ls'),
    code('$ docker ps'),
  ]);
  expect(steps.map(({ command, inside, insideName }) => [command, inside, insideName])).toEqual([
    ['docker attach c1', null, ''],
    ['ls', steps[0]!.id, 'c1'],
    ['docker ps', null, ''],
  ]);
});
