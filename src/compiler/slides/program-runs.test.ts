import { expect, it } from 'vitest';
import type { TranscriptEntry } from '../model.ts';
import { entryRuns } from './program-runs.ts';

const command = (step: string | null): TranscriptEntry => ({
  kind: 'command',
  line: 1,
  prompt: '$',
  command: step ?? 'shown',
  output: '',
  step,
});
const comment: TranscriptEntry = { kind: 'comment', line: 1, text: '#' };
const inside = (step: string) => (step.startsWith('in') ? 'opener' : null);

it.each<[string, TranscriptEntry[], [string | null, number][]]>([
  ['none of nothing', [], []],
  ['one at the host', [command('a'), comment, command('b')], [[null, 3]]],
  [
    'one more where a program is entered',
    [command('a'), command('in-1'), command('in-2')],
    [
      [null, 1],
      ['opener', 2],
    ],
  ],
  [
    'and where it is left',
    [command('in-1'), command('a')],
    [
      ['opener', 1],
      [null, 1],
    ],
  ],
  [
    'comments with what stands before them',
    [command('in-1'), comment, command('a')],
    [
      ['opener', 2],
      [null, 1],
    ],
  ],
  [
    'what is only shown at the host',
    [command('in-1'), command(null)],
    [
      ['opener', 1],
      [null, 1],
    ],
  ],
])('makes %s', (_, entries, runs) => {
  expect(entryRuns(entries, inside).map((run) => [run.inside, run.entries.length])).toEqual(runs);
});
