import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isInFront, readProgram } from '../session/processes.ts';
import { stopTime } from './demo.fixture.ts';
import { type Phase, PromptWatch } from './prompt-watch.ts';

vi.mock('../session/processes.ts', async (original) => ({
  ...(await original<object>()),
  readProgram: vi.fn(),
  isInFront: vi.fn(),
}));

const OURS = { words: 'bash --rcfile x -i', started: 'ours' };
let calls: string[];
let faults: unknown[];
let shell: { phase: Phase; quiet: number; session: { pid: number; guarded: boolean } };
let watch: PromptWatch;

beforeEach(() => {
  stopTime();
  [calls, faults] = [[], []];
  vi.mocked(readProgram).mockReset().mockResolvedValue(OURS);
  vi.mocked(isInFront).mockReset().mockResolvedValue(true);
  const session = {
    ...{ pid: 7, guarded: false },
    ask: () => calls.push('ask'),
    introduce: (kind: string) => calls.push(`introduce ${kind}`),
  };
  const watched = {
    ...{ phase: 'busy' as Phase, quiet: 0, session },
    settle: () => calls.push('settle'),
    mute: (muted: boolean) => calls.push(`mute ${muted}`),
  };
  shell = watched;
  watch = new PromptWatch(watched as never, (fault) => faults.push(fault));
});
afterEach(() => {
  vi.useRealTimers();
  expect(faults).toEqual([]);
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a shell whose prompt is seen although no end was told', () => {
  it('is asked at once, once, and taken to wait when it does not answer', async () => {
    watch.promptSeen();
    watch.promptSeen();
    expect(calls).toEqual(['mute true', 'ask']);
    await pass(499);
    expect(calls).toHaveLength(2);
    await pass(1);
    expect(calls.slice(2)).toEqual(['settle']);
  });

  it('is not when it answers', async () => {
    watch.promptSeen();
    shell.phase = 'ended';
    watch.ended();
    await pass(100);
    shell.phase = 'prompt';
    await pass(1_000);
    expect(calls).toEqual(['mute true', 'ask']);
    shell.phase = 'busy';
    watch.promptSeen();
    expect(calls.slice(2)).toEqual(['mute true', 'ask']);
  });

  it('is shown again when it reads a line instead', async () => {
    watch.moved();
    expect(calls).toEqual([]);
    watch.promptSeen();
    watch.moved();
    await pass(1_000);
    expect(calls).toEqual(['mute true', 'ask', 'mute false']);
    watch.moved();
    expect(calls).toHaveLength(3);
  });

  it('is asked a little later when a line was typed: it may just begin', async () => {
    shell.phase = 'typed';
    watch.promptSeen();
    await pass(29);
    expect(calls).toEqual([]);
    await pass(1);
    expect(calls).toEqual(['mute true', 'ask']);
  });

  it.each<[string, () => void]>([
    ['it began by then', () => (shell.phase = 'busy')],
    ['it read the line by then', () => watch.moved()],
    ['a command has the terminal', () => vi.mocked(isInFront).mockResolvedValue(false)],
    [
      'it began meanwhile',
      () =>
        vi.mocked(isInFront).mockImplementation(async () => {
          shell.phase = 'busy';
          return true;
        }),
    ],
    ['the terminal is closed', () => watch.close()],
  ])('is not asked when %s', async (_, happen) => {
    shell.phase = 'typed';
    watch.promptSeen();
    happen();
    await pass(1_000);
    expect(calls).toEqual([]);
  });

  it.each<Phase>(['prompt', 'ended', 'starting', 'continued'])(
    'is not asked in the phase %s',
    async (phase) => {
      shell.phase = phase;
      watch.promptSeen();
      await pass(1_000);
      expect(calls).toEqual([]);
    },
  );
});

describe('after the end of a command', () => {
  it.each([
    [false, 150],
    [true, 2_000],
  ])('the prompt is taken to be there when all is calm (guarded: %s)', async (guarded, calm) => {
    shell.phase = 'ended';
    shell.session.guarded = guarded;
    watch.ended();
    await pass(calm - 20);
    shell.quiet = calm - 50;
    await pass(20);
    expect(calls).toEqual([]);
    shell.quiet = calm;
    await pass(49);
    expect(calls).toEqual([]);
    await pass(1);
    expect(calls).toEqual(['settle']);
  });

  it('nothing is done when the prompt has come by itself', async () => {
    shell.phase = 'ended';
    shell.quiet = 1_000;
    watch.ended();
    shell.phase = 'prompt';
    await pass(1_000);
    expect(calls).toEqual([]);
  });
});

describe('a shell that took the place of ours', () => {
  const other = (words: string) => vi.mocked(readProgram).mockResolvedValue({ words, started: 'later' });

  it.each([
    ['bash', 'bash'],
    ['-bash', 'bash'],
    ['/bin/bash --norc --noprofile', 'bash'],
    ['bash --rcfile /tmp/rc -i', 'bash'],
    ['bash --init-file /tmp/rc', 'bash'],
    ['/usr/bin/zsh -f', 'zsh'],
  ])('%s gets our start-up file, unseen, when the command is calm', async (words, kind) => {
    await watch.know();
    other(words);
    shell.quiet = 150;
    watch.printed();
    await pass(149);
    expect(calls).toEqual([]);
    await pass(1);
    expect(calls).toEqual(['mute true', `introduce ${kind}`]);
    await pass(499);
    expect(calls).toHaveLength(2);
    await pass(1);
    expect(calls.slice(2)).toEqual(['mute false']);
    expect(await watch.adopt()).toBe(false);
  });

  it.each(['bash script.sh', 'bash -c ls x', 'notbash', 'bashful', 'python3 bash', 'fish', ''])(
    '%j is none',
    async (words) => {
      await watch.know();
      other(words);
      expect(await watch.adopt()).toBe(false);
      expect(calls).toEqual([]);
    },
  );

  it('is not our own', async () => {
    await watch.know();
    expect(await watch.adopt()).toBe(false);
    expect(readProgram).toHaveBeenCalledWith(7);
  });

  it('is known once, before anything is typed', async () => {
    await watch.know();
    await watch.know();
    expect(readProgram).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => void]>([
    ['a command has the terminal', () => vi.mocked(isInFront).mockResolvedValue(false)],
    ['it tells its end after all', () => (shell.phase = 'ended')],
  ])('is left alone when %s', async (_, happen) => {
    await watch.know();
    other('bash');
    happen();
    expect(await watch.adopt()).toBe(false);
    expect(calls).toEqual([]);
  });

  it('is looked for once at a time, and again after that', async () => {
    await watch.know();
    other('bash');
    const both = [watch.adopt(), watch.adopt()];
    expect(both[0]).toBe(both[1]);
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(await watch.adopt()).toBe(false);
    expect(calls).toEqual(['mute true', 'introduce bash']);
  });

  it('is not looked for while no command runs', async () => {
    await watch.know();
    other('bash');
    for (const phase of ['prompt', 'typed', 'ended'] as const) {
      shell.phase = phase;
      shell.quiet = 1_000;
      watch.printed();
      await pass(1_000);
    }
    expect(readProgram).toHaveBeenCalledTimes(1);
  });
});
