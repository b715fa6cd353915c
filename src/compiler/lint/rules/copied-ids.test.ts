import { describe, expect, it } from 'vitest';
import { findings, shell } from '../lint.fixture.ts';

const id = '4b2f6c9f8d1e';
const typed = (command: string, output = id) => findings(shell('$ docker ps', output, `$ ${command}`));

describe('an id out of somebody’s output', () => {
  it.each([
    ['docker stop 4b2', ['copied-id 6:15']],
    ['docker stop 4b2f6c9f8d1e', ['copied-id 6:15']],
    ['docker cp 4b2f:/a .', ['copied-id 6:13']],
    ['docker run -e X=4b2f nginx', ['copied-id 6:19']],
    ['docker stop "4b2f"', ['copied-id 6:16']],
    ['docker stop 4b', []],
    ['docker stop b2f', []],
    ['docker stop 123', []],
    ['docker stop cafe', []],
    ['docker pull x@sha256:4b2f6c9f8d1e', []],
    ['docker stop 4b2fx', []],
  ])('%s', (command, found) => {
    expect(typed(command)).toEqual(found);
  });

  it.each([
    ['of a whole id, whoever printed it', 'a2d1ce6990d8', 1],
    ['of sixty four digits', 'a2d1ce6990d8'.padEnd(64, '0'), 1],
    ['of another length', 'a2d1ce6990d', 0],
  ])('%s', (_, word, times) => {
    expect(typed(`docker stop ${word}`, 'none')).toHaveLength(times);
  });

  it.each(['4b2f6c', 'x-4b2f6c9f8d1e', '4b2f6c9f8d1e-x', 'deadbeefcafe', '123456789012', '4b2f6c9f8d1eg'])(
    'what prints %s prints none',
    (output) => {
      expect(typed('docker stop 4b2f', output)).toEqual([]);
    },
  );
});
