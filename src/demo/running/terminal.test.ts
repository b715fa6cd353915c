import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session, SessionEvent } from '../session/session.ts';
import { DemoTerminal } from './terminal.ts';

let typed: string[];
let told: [string, string | null][];
let say: (event: SessionEvent) => void;
let terminal: DemoTerminal;

beforeEach(() => {
  typed = [];
  told = [];
  const session = {
    listen: (listener: typeof say) => {
      say = listener;
    },
    write: (data: string) => typed.push(data),
  } as unknown as Session;
  terminal = new DemoTerminal(
    1,
    session,
    (bytes, owner) => told.push([Buffer.from(bytes).toString(), owner]),
    () => {},
  );
});

const print = (text: string) => say({ type: 'output', bytes: new Uint8Array(Buffer.from(text)) });
const ended = (status: number) => say({ type: 'ended', status });
const prompt = () => say({ type: 'prompt' });

describe('where the shell stands', () => {
  it('is told by its marks', () => {
    expect([terminal.phase, terminal.idle]).toEqual(['starting', false]);
    prompt();
    expect([terminal.phase, terminal.idle]).toEqual(['prompt', true]);
    terminal.typeLine('false', 'a');
    expect([terminal.phase, terminal.idle]).toEqual(['typed', false]);
    say({ type: 'started' });
    expect([terminal.phase, terminal.ran]).toEqual(['busy', true]);
    ended(3);
    expect([terminal.phase, terminal.status]).toEqual(['ended', 3]);
    prompt();
    terminal.typeLine('"', 'a');
    expect(terminal.ran).toBe(false);
    say({ type: 'continued' });
    expect([terminal.phase, terminal.idle]).toEqual(['continued', false]);
    say({ type: 'exited', status: 9 });
    expect([terminal.phase, terminal.status]).toEqual(['closed', 9]);
  });

  it('is not a new prompt when readline only draws the old one again', () => {
    prompt();
    terminal.typeLine('sleep 1', 'a');
    prompt();
    expect(terminal.phase).toBe('typed');
  });

  it('has something on its line when a person typed there since the last command', () => {
    prompt();
    expect(terminal.touched).toBe(false);
    terminal.typeByHand('rm ');
    expect([terminal.touched, typed]).toEqual([true, ['rm ']]);
    ended(0);
    expect(terminal.touched).toBe(false);
    say({ type: 'started' });
    terminal.typeByHand('y');
    expect(terminal.touched).toBe(false);
    say({ type: 'continued' });
    terminal.typeByHand('x');
    expect(terminal.touched).toBe(true);
  });
});

describe('a line is typed as a person would', () => {
  it.each([
    ['ls', 'ls\r'],
    ['\tone', '\x16\tone\r'],
    ['a\x03b\x7f', 'a\x16\x03b\x16\x7f\r'],
    ['a\0b', 'ab\r'],
  ])('%j', (line, keys) => {
    terminal.typeLine(line, 'a');
    terminal.typeInside(line, 'a');
    expect(typed).toEqual([keys, keys]);
  });

  it('and keys are pressed as they are', () => {
    terminal.press('\x04');
    expect(typed).toEqual(['\x04']);
  });
});

it('has not been answered since a key was pressed', () => {
  print('one\r\n');
  expect(terminal.answered).toBe(true);
  terminal.press('\x03');
  expect(terminal.answered).toBe(false);
});

describe('what is printed belongs', () => {
  it('to the step from its start to its end; echo and prompts to nobody', () => {
    prompt();
    terminal.typeLine('echo hola', 'a');
    print('echo hola\r\n');
    say({ type: 'started' });
    print('hola\r\n');
    ended(0);
    print('$ ');
    say({ type: 'started' });
    print('by hand\r\n');
    expect(told).toEqual([
      ['echo hola\r\n', null],
      ['hola\r\n', 'a'],
      ['$ ', null],
      ['by hand\r\n', null],
    ]);
  });

  it('to nobody after a line that never started', () => {
    prompt();
    terminal.typeLine('echo )', 'a');
    ended(2);
    say({ type: 'started' });
    print('other');
    expect(told).toEqual([['other', null]]);
  });

  it('inside a program to the step from the end of the echo', () => {
    say({ type: 'started' });
    terminal.typeInside('ls', 'b');
    print('l');
    expect(terminal.answered).toBe(false);
    print('s\r\nfile\r\n');
    expect(terminal.answered).toBe(true);
    print('root# ');
    expect(told).toEqual([
      ['l', null],
      ['s\r\n', null],
      ['file\r\n', 'b'],
      ['root# ', 'b'],
    ]);
    ended(0);
    print('$ ');
    expect(told.at(-1)).toEqual(['$ ', null]);
  });

  it('inside a program to nobody while only the echo has come', () => {
    terminal.owner = 'before';
    terminal.typeInside('ls', 'b');
    print('ls\r\n');
    expect(told).toEqual([['ls\r\n', null]]);
    say({ type: 'exited', status: 0 });
    expect(terminal.owner).toBeNull();
  });
});

describe('the last line', () => {
  it.each([
    ['is what follows the last line end', 'one\r\ntwo', 'two'],
    ['begins anew where it is written over', '10%\r100%', '100%'],
    ['has no colours', '\x1b[1;32mroot\x1b[0m# ', 'root# '],
    ['has no title', '\x1b]0;title\x07root# ', 'root# '],
    ['has no title that ends otherwise', '\x1b]0;title\x1b\\root# ', 'root# '],
    ['has no short sequences', '\x1b(B\x1b7root# ', 'root# '],
    ['ends with the line', 'one\r\n', ''],
    ['ends with a line that has two returns', 'one\r\r\n', ''],
  ])('%s', (_, text, line) => {
    print(text);
    expect(terminal.lastLine).toBe(line);
  });

  it('is put together of what came in pieces, and begins anew with each command', () => {
    print('ro');
    print('ot# ');
    expect(terminal.lastLine).toBe('root# ');
    say({ type: 'started' });
    expect(terminal.lastLine).toBe('');
  });

  it('is cut where it is very long', () => {
    print(`a${'x'.repeat(5_000)}`);
    print('end');
    expect(terminal.lastLine.length).toBe(2_000);
    expect(terminal.lastLine.endsWith('xend')).toBe(true);
  });
});

describe('waiting', () => {
  it('ends when its condition holds', async () => {
    const waiting = terminal.wait(() => terminal.idle);
    prompt();
    expect(await waiting).toBe('met');
    expect(await terminal.wait(() => true)).toBe('met');
  });

  it('looks again after the time that the condition names', async () => {
    let looks = 0;
    expect(await terminal.wait(() => ++looks > 1 || 5)).toBe('met');
    expect(looks).toBe(2);
  });

  it('ends when its time is over, when it is called off, and when the shell is gone', async () => {
    expect(await terminal.wait(() => false, { timeout: 5 })).toBe('timeout');
    const stop = new AbortController();
    const [one, other] = [terminal.wait(() => false, { signal: stop.signal }), terminal.wait(() => false)];
    stop.abort();
    expect(await one).toBe('aborted');
    expect(await terminal.wait(() => false, { signal: stop.signal })).toBe('aborted');
    say({ type: 'exited', status: 0 });
    expect(await other).toBe('closed');
  });

  it('does not look again once it has ended', async () => {
    let looks = 0;
    await terminal.wait(() => ++looks > 0);
    prompt();
    expect(looks).toBe(1);
  });
});

it('has been quiet since it printed or was typed into', () => {
  let now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  for (const act of [() => print('x'), () => terminal.press('\x03'), () => terminal.typeInside('ls', 'a')]) {
    act();
    expect(terminal.quiet).toBe(0);
    now += 500;
    expect(terminal.quiet).toBe(500);
  }
  vi.restoreAllMocks();
});
