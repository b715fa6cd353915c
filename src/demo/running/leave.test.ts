import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { killForeground } from '../session/processes.ts';
import { type FakeShell, makeFakeShell, passTime, stopTime } from './demo.fixture.ts';
import { interruptProgram, leaveProgram } from './leave.ts';
import { DemoTerminal } from './terminal.ts';

vi.mock('../session/processes.ts', async (original) => ({
  ...(await original<object>()),
  ...(await import('../session/processes.fixture.ts')),
}));

beforeEach(stopTime);
afterEach(() => {
  vi.useRealTimers();
  vi.mocked(killForeground).mockReset();
});

const [END_OF_FILE, INTERRUPT, QUIT] = ['\x04', '\x03', '\x1c'];
let shell: FakeShell;

/** A program that shows `first` and does with keys what it is told. */
function open(first: string, answer: (keys: string, shell: FakeShell) => void): DemoTerminal {
  shell = makeFakeShell(answer);
  const terminal = new DemoTerminal(
    1,
    shell.session,
    () => {},
    () => {},
  );
  shell.say({ type: 'started' });
  shell.print(first);
  return terminal;
}

const end = () => shell.say({ type: 'ended', status: 0 }, { type: 'prompt' });

describe('a program is left', () => {
  it('by end of file, at once', async () => {
    const terminal = open('one# ', (keys) => keys === END_OF_FILE && end());
    const { result, milliseconds } = await passTime(leaveProgram(terminal));
    expect([result, shell.typed]).toEqual(['left', [END_OF_FILE]]);
    expect(milliseconds).toBeLessThan(20);
  });

  it('by end of file, level by level, when each has become calm', async () => {
    const prompts = ['three# ', 'two# ', 'one# '];
    const terminal = open('four# ', () => {
      const next = prompts.shift();
      if (next) shell.print(`exit\r\n${next}`);
      else end();
    });
    const { result, milliseconds } = await passTime(leaveProgram(terminal));
    expect([result, shell.typed]).toEqual(['left', Array(4).fill(END_OF_FILE)]);
    expect(milliseconds).toBeGreaterThanOrEqual(3 * 250);
    expect(milliseconds).toBeLessThan(3 * 300);
  });

  it('by end of file once, when it takes a while to go', async () => {
    const terminal = open('one# ', () => {
      shell.print('exit\r\n');
      setTimeout(end, 1_000);
    });
    expect((await passTime(leaveProgram(terminal))).result).toBe('left');
    expect(shell.typed).toEqual([END_OF_FILE]);
  });

  it('by end of file, level by level, also where the prompt is written over the other', async () => {
    let level = 2;
    const terminal = open('two> ', () => (--level > 0 ? shell.print('\rone> ') : end()));
    expect((await passTime(leaveProgram(terminal))).result).toBe('left');
    expect(shell.typed).toEqual([END_OF_FILE, END_OF_FILE]);
  });

  it('by end of file six times at most', async () => {
    let level = 9;
    const terminal = open('start# ', (keys) => {
      if (keys === INTERRUPT) end();
      else shell.print(`\r\n${level--}# `);
    });
    expect((await passTime(leaveProgram(terminal))).result).toBe('interrupted');
    expect(shell.typed).toEqual([...Array(6).fill(END_OF_FILE), INTERRUPT]);
  });

  it('by interrupting it when it takes no notice of end of file within three seconds', async () => {
    const terminal = open('deaf> ', (keys) => keys === INTERRUPT && end());
    const { result, milliseconds } = await passTime(leaveProgram(terminal));
    expect([result, shell.typed]).toEqual(['interrupted', [END_OF_FILE, INTERRUPT]]);
    expect(milliseconds).toBeGreaterThanOrEqual(3_000);
    expect(milliseconds).toBeLessThan(3_100);
  });

  it('by interrupting it when it answers end of file with the same prompt', async () => {
    const terminal = open('same> ', (keys) => {
      if (keys === INTERRUPT) end();
      else shell.print('Use quit.\r\nsame> ');
    });
    const { result, milliseconds } = await passTime(leaveProgram(terminal));
    expect([result, shell.typed]).toEqual(['interrupted', [END_OF_FILE, INTERRUPT]]);
    expect(milliseconds).toBeLessThan(500);
  });

  it('by end of file after it was interrupted, as soon as it is calm', async () => {
    let interrupted = false;
    const terminal = open('> ', (keys) => {
      if (interrupted) return end();
      if (keys !== INTERRUPT) return;
      interrupted = true;
      shell.print('^C\r\nroot# ');
    });
    const { result, milliseconds } = await passTime(leaveProgram(terminal));
    expect([result, shell.typed]).toEqual(['interrupted', [END_OF_FILE, INTERRUPT, END_OF_FILE]]);
    expect(milliseconds).toBeGreaterThanOrEqual(3_250);
    expect(milliseconds).toBeLessThan(3_600);
  });

  it('by end of file once more a second after an interrupt that it does not answer', async () => {
    let calls = 0;
    const terminal = open('> ', () => ++calls === 3 && end());
    const { result, milliseconds } = await passTime(leaveProgram(terminal));
    expect([result, shell.typed]).toEqual(['interrupted', [END_OF_FILE, INTERRUPT, END_OF_FILE]]);
    expect(milliseconds).toBeGreaterThanOrEqual(4_000);
  });
});

describe('a command is stopped', () => {
  it.each([
    [1, [INTERRUPT], 0],
    [2, [INTERRUPT, INTERRUPT], 1_000],
    [3, [INTERRUPT, INTERRUPT, INTERRUPT], 1_500],
    [4, [INTERRUPT, INTERRUPT, INTERRUPT, QUIT], 2_000],
  ])('by the key that it hears, which is the %s.', async (wanted, keys, waited) => {
    let pressed = 0;
    const terminal = open('', () => ++pressed === wanted && end());
    const { result, milliseconds } = await passTime(interruptProgram(terminal));
    expect([result, shell.typed]).toEqual(['interrupted', keys]);
    expect(Math.abs(milliseconds - waited - 120)).toBeLessThan(50);
    expect(killForeground).not.toHaveBeenCalled();
  });

  it('and what the shell itself says to the key is waited for, when it has ended just before', async () => {
    const terminal = open('', () => {
      end();
      setTimeout(() => {
        shell.print('^C\r\n$ ');
        shell.say({ type: 'prompt' });
      }, 100);
    });
    const { result, milliseconds } = await passTime(interruptProgram(terminal));
    expect(result).toBe('interrupted');
    expect(milliseconds).toBeGreaterThanOrEqual(220);
    expect(terminal.idle).toBe(true);
  });

  it('by force when it hears none, at last by a signal that nothing withstands', async () => {
    const terminal = open('', () => {});
    vi.mocked(killForeground).mockImplementation(async (_, signal) => {
      if (signal === 'SIGKILL') end();
    });
    const { result, milliseconds } = await passTime(interruptProgram(terminal));
    expect(result).toBe('killed');
    expect(vi.mocked(killForeground).mock.calls).toEqual([
      [-1, 'SIGTERM'],
      [-1, 'SIGKILL'],
    ]);
    expect(Math.abs(milliseconds - 3_500)).toBeLessThan(50);
  });

  it('with the shell, when that is what ends', async () => {
    const terminal = open('', () => shell.say({ type: 'exited', status: 1 }));
    expect((await passTime(interruptProgram(terminal))).result).toBe('interrupted');
  });

  it('not at all when nothing ends it', async () => {
    const terminal = open('', () => {});
    expect((await passTime(interruptProgram(terminal))).result).toBe('stuck');
  });
});
