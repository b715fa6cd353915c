import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StepStatus } from '../../protocol/messages.ts';
import { words } from '../words.ts';
import { type FakeShell, makeFakeShell, makeStep, passTime, stopTime } from './demo.fixture.ts';
import { Runner } from './runner.ts';
import type { RunnableStep } from './runner-options.ts';

vi.mock('../session/processes.ts', async (original) => ({
  ...(await original<object>()),
  ...(await import('../session/processes.fixture.ts')),
}));

beforeEach(stopTime);
afterEach(() => {
  vi.useRealTimers();
});

const INTERRUPT = '\x03';
let shell: FakeShell;
let statuses: StepStatus[];
let runner: Runner;

const open = makeStep('open', { interactive: true });
const within = (command: string, rest: Partial<RunnableStep> = {}) =>
  makeStep(command, { inside: 'open', prompt: 'root#', ...rest });

/** A lesson that has a program open, which does with what is typed into it what it is told. */
async function start(steps: RunnableStep[], answer: (keys: string) => void, first = 'root# ') {
  statuses = [];
  shell = makeFakeShell((keys) => {
    if (keys !== 'open\r') return answer(keys);
    shell.say({ type: 'started' });
    shell.print(first);
  });
  runner = new Runner({
    ...{ steps: [open, ...steps], lang: 'en', onStatus: (status) => statuses.push(status) },
    open: () => {
      setTimeout(() => shell.say({ type: 'prompt' }), 1);
      return shell.session;
    },
  });
  await passTime(runner.run('open'));
  shell.typed.length = 0;
}

const end = (status = 0) => shell.say({ type: 'ended', status }, { type: 'prompt' });
const lastOf = (id: string) => statuses.findLast(({ step }) => step === id);
const pass = (milliseconds: number) => passTime(new Promise((resolve) => setTimeout(resolve, milliseconds)));

describe('a line inside a program is done', () => {
  it.each([
    ['at once when the same prompt is back', 'root# ', 20],
    ['a little later when another prompt is there, which may be output', 'db# ', 150],
  ])('%s', async (_, prompt, least) => {
    await start([within('ls')], (keys) => shell.print(`${keys}\nfile\r\n${prompt}`));
    const { result, milliseconds } = await passTime(runner.run('ls'));
    expect(result).toMatchObject({ state: 'done', exit: null, note: '', printed: 'file' });
    expect(milliseconds).toBeGreaterThanOrEqual(least);
    expect(milliseconds).toBeLessThan(least + 25);
    expect(shell.typed).toEqual(['ls\r']);
  });

  it('not while its echo has not come, nor before the prompt is back', async () => {
    await start([within('ls')], () => {
      setTimeout(() => shell.print('ls\r\n'), 3_000);
      setTimeout(() => shell.print('root# '), 6_000);
    });
    const { milliseconds } = await passTime(runner.run('ls'));
    expect(milliseconds).toBeGreaterThanOrEqual(6_000);
  });

  it('when the program has no prompt, and has long printed nothing', async () => {
    await start([within('ls', { prompt: '' })], (keys) => shell.print(`${keys}\nfile\r\n`), 'Welcome');
    const { result, milliseconds } = await passTime(runner.run('ls'));
    expect(result).toMatchObject({ state: 'done', printed: 'file' });
    expect(milliseconds).toBeGreaterThanOrEqual(800);
    expect(milliseconds).toBeLessThan(830);
  });

  it('after its last line, each typed when the one before is done', async () => {
    await start([within('one\ntwo')], (keys) => shell.print(`${keys}\nroot# `));
    expect((await passTime(runner.run('one\ntwo'))).result).toMatchObject({ state: 'done' });
    expect(shell.typed).toEqual(['one\r', 'two\r']);
  });
});

/** Bytes that these programs print, with their own line editors. */
const asking: [string, string, string][] = [
  ['python', '>>> ', 'for x in y:\r\n... '],
  [
    'python 3.13',
    '\x1b[1;35m>>> \x1b[0m\x1b[4D\x1b[4C',
    'f(\x1b[6D\n\x1b[1;35m... \x1b[0m    \x1b[8D\x1b[?12l\x1b[?25h\x1b[8C',
  ],
  ['IPython', 'In [1]: ', 'for x in y:\r\n   ...: '],
  ['node', '\x1b[1G\x1b[0J> \x1b[3G', 'f(\r\r\n\x1b[1G\x1b[0J... \x1b[5G'],
  ['sqlite', '\x1b[?2004hsqlite> ', 'select 1\r\n\x1b[?2004l\r\x1b[?2004h   ...> '],
  ['mysql', 'mysql> ', 'select 1\r\n    -> '],
  ['psql', 'shop=# ', 'select (\r\nshop(# '],
  ['gdb', '\x1b[?2004h(gdb) ', 'define f\r\n\x1b[?2004l\r\x1b[?2004h>'],
  [
    'irb',
    '\x1b[1Girb(main):001:0> \x1b[K\x1b[1G\x1b[18G',
    '\x1b[1B\x1b[1Girb(main):002:1*   \x1b[K\x1b[1G\x1b[20G\x1b[1A\x1b[1Girb(main):001:1* def f\x1b[K\x1b[1G\x1b[1B\x1b[1Girb(main):002:1*   \x1b[K\x1b[1G\x1b[20G',
  ],
  ['irb with readline', 'irb(main):001:0> ', '[1,\r\nirb(main):002:1*\x1b[22G'],
];

it.each(asking)('a line that is not finished is done when %s asks for more', async (_, first, more) => {
  await start([within('typed')], () => shell.print(more), first);
  const { result, milliseconds } = await passTime(runner.run('typed'));
  expect(result).toMatchObject({ state: 'done', exit: null, note: '' });
  expect(milliseconds).toBeLessThan(200);
});

describe('a line inside a program fails', () => {
  it('when its time is over, one for all lines, and the program stays open', async () => {
    const slow = within('one\ntwo', { timeout: 3_000 });
    await start([slow], (keys) => {
      if (keys === 'one\r') setTimeout(() => shell.print('one\r\nroot# '), 2_000);
      if (keys === INTERRUPT) shell.print('^C\r\nroot# ');
    });
    const { result, milliseconds } = await passTime(runner.run(slow.id));
    expect(result).toMatchObject({ state: 'failed', note: words.en.timedOut(3) });
    expect(Math.abs(milliseconds - 3_000)).toBeLessThan(50);
    await pass(3_000);
    expect(shell.typed).toEqual(['one\r', 'two\r', INTERRUPT]);
    expect(lastOf('open')).toMatchObject({ state: 'open' });
  });

  it('when the program shows no prompt within ten seconds, and is not typed then', async () => {
    await start([within('ls')], () => {}, 'Pulling');
    const { result, milliseconds } = await passTime(runner.run('ls'));
    expect(result).toMatchObject({ state: 'failed', note: words.en.notReady });
    expect(Math.abs(milliseconds - 10_000)).toBeLessThan(50);
    expect(shell.typed).toEqual([]);
  });

  it('when another program is open than the one that it is for, which is left alone', async () => {
    const other = makeStep('other', { interactive: true });
    await start([other, within('ls', { inside: 'other' })], () => {});
    const { result, milliseconds } = await passTime(runner.run('ls'));
    expect(result).toMatchObject({ state: 'failed', note: words.en.openFirst('other') });
    expect(milliseconds).toBeLessThan(50);
    expect(shell.typed).toEqual([]);
  });

  it('when somebody has typed into the program since it showed its prompt', async () => {
    await start([within('ls')], () => {});
    runner.input(1, '\r');
    const { result } = await passTime(runner.run('ls'));
    expect(result).toMatchObject({ state: 'failed', note: words.en.notReady });
    expect(shell.typed).toEqual(['\r']);
  });

  it('when the program ends with the shell', async () => {
    await start([within('ls')], () => shell.say({ type: 'exited', status: 0 }));
    expect((await passTime(runner.run('ls'))).result).toMatchObject({
      ...{ state: 'failed', note: words.en.shellEnded },
    });
  });

  it('not when that is what it asks for', async () => {
    await start([within('exit')], () => shell.say({ type: 'exited', status: 0 }));
    expect((await passTime(runner.run('exit'))).result).toMatchObject({ state: 'done' });
  });

  it('when the program has left it unread', async () => {
    await start([within('ls')], () => {
      shell.say({ type: 'ended', status: 0 }, { type: 'discarding' }, { type: 'discarded', any: true });
      shell.say({ type: 'prompt' });
    });
    expect((await passTime(runner.run('ls'))).result).toMatchObject({
      ...{ state: 'failed', note: words.en.unread },
    });
    expect(lastOf('open')).toMatchObject({ state: 'done', exit: 0 });
  });

  it('not when the program ends having read it', async () => {
    await start([within('ls')], () => {
      shell.say({ type: 'ended', status: 0 }, { type: 'discarding' }, { type: 'discarded', any: false });
      shell.say({ type: 'prompt' });
    });
    expect((await passTime(runner.run('ls'))).result).toMatchObject({ state: 'done', note: '' });
  });

  it('when nothing is open, and tells what to open where the page still has it', async () => {
    await start([within('ls')], () => {});
    end();
    expect((await passTime(runner.run('ls'))).result.note).toBe(words.en.openFirst('open'));
    runner.setSteps([within('ls')]);
    expect((await passTime(runner.run('ls'))).result.note).toBe(words.en.nothingOpen);
    expect(shell.typed).toEqual([]);
  });
});

it('a line that ends the program ends it also where another one is open around it', async () => {
  await start([within('exit')], () => shell.print('exit\r\nouter> '));
  expect((await passTime(runner.run('exit'))).result).toMatchObject({ state: 'done' });
  expect(lastOf('open')).toMatchObject({ state: 'done' });
});

it('a line that should end the program, and is not heard, leaves it open', async () => {
  await start(
    [within('exit', { timeout: 500 })],
    (keys) => keys === INTERRUPT && shell.print('^C\r\nroot# '),
  );
  expect((await passTime(runner.run('exit'))).result).toMatchObject({ state: 'failed' });
  await pass(1_000);
  expect(lastOf('open')).toMatchObject({ state: 'open' });
});

describe('a program that was opened by hand', () => {
  async function startByHand(shows: string) {
    await start([within('ls')], (keys) => {
      shell.say({ type: 'started' });
      if (keys === 'bash\r') shell.print(shows);
      else shell.print(`${keys}\nfile\r\n${shows}`);
    });
    end();
    shell.typed.length = 0;
    runner.input(1, 'bash\r');
    await pass(20);
  }

  it('is typed into when it shows the page’s prompt', async () => {
    await startByHand('root# ');
    expect((await passTime(runner.run('ls'))).result).toMatchObject({ state: 'done' });
    expect(shell.typed).toEqual(['bash\r', 'ls\r']);
  });

  it('is not when it shows another one', async () => {
    await startByHand('db> ');
    const note = words.en.otherProgram('root#');
    expect((await passTime(runner.run('ls'))).result).toMatchObject({ state: 'failed', note });
    expect(shell.typed).toEqual(['bash\r']);
  });

  it('is not when what it leaves unread can’t be kept from the shell', async () => {
    await startByHand('root# ');
    Object.defineProperty(shell.session, 'guarded', { value: false });
    expect((await passTime(runner.run('ls'))).result).toMatchObject({
      ...{ state: 'failed', note: words.en.noGuard },
    });
    expect(shell.typed).toEqual(['bash\r', 'guard']);
  });
});

describe('stopping a line inside a program', () => {
  async function stopped(answer: (keys: string) => void) {
    await start([within('long')], answer);
    const running = runner.run('long');
    await pass(50);
    const { milliseconds } = await passTime(runner.stop(1));
    expect(await running).toMatchObject({ state: 'stopped' });
    return milliseconds;
  }

  it('interrupts it once, and leaves the program open', async () => {
    const answer = (keys: string) => shell.print(keys === INTERRUPT ? '^C\r\nroot# ' : 'long\r\n');
    expect(await stopped(answer)).toBeLessThan(250);
    expect(shell.typed).toEqual(['long\r', INTERRUPT]);
    expect(lastOf('open')).toMatchObject({ state: 'open' });
  });

  it('is over when that ended the program', async () => {
    await stopped((keys) => keys === INTERRUPT && end(130));
    expect(shell.typed).toEqual(['long\r', INTERRUPT]);
    expect(lastOf('open')).toMatchObject({ state: 'done', exit: 130 });
  });

  it('ends the program when it does not hear', async () => {
    let interrupts = 0;
    await stopped((keys) => {
      if (keys === 'long\r') shell.print('long\r\nat it');
      else if (++interrupts === 3) end(130);
    });
    expect(shell.typed).toEqual(['long\r', INTERRUPT, INTERRUPT, INTERRUPT]);
  });
});

describe('programs within one another', () => {
  const inner = within('inner', { interactive: true, prompt: 'root#' });
  const deep = makeStep('deep', { inside: 'inner', prompt: 'db>' });

  const answer = (keys: string) => {
    if (keys === '\x04') shell.print('exit\r\nroot# ');
    else shell.print(`${keys}\n${keys === 'ls\r' || keys === 'exit\r' ? 'root# ' : 'db> '}`);
  };

  it('the inner one is left for a line of the outer one', async () => {
    await start([inner, deep, within('ls')], (keys) => {
      if (keys === '\x04') setTimeout(() => answer(keys), 1_000);
      else answer(keys);
    });
    expect((await passTime(runner.run('inner'))).result).toMatchObject({ state: 'open' });
    expect((await passTime(runner.run('deep'))).result).toMatchObject({ state: 'done' });
    const { result, milliseconds } = await passTime(runner.run('ls'));
    expect(result).toMatchObject({ state: 'done' });
    expect(milliseconds).toBeLessThan(1_500);
    expect(shell.typed).toEqual(['inner\r', 'deep\r', '\x04', 'ls\r']);
    expect(lastOf('inner')).toMatchObject({ state: 'done', exit: null, note: '' });
    expect((await passTime(runner.run('deep'))).result.note).toBe(words.en.openFirst('inner'));
  });

  it('nothing is typed where the inner one does not go', async () => {
    await start([inner, within('ls')], (keys) => shell.print(keys === '\x04' ? '\r\ndb> ' : `${keys}\ndb> `));
    await passTime(runner.run('inner'));
    expect((await passTime(runner.run('ls'))).result).toMatchObject({ state: 'failed' });
    expect(shell.typed).toEqual(['inner\r', '\x04']);
  });

  it('nothing is typed where all end at once', async () => {
    await start([inner, within('ls')], (keys) => (keys === '\x04' ? end() : shell.print('\r\ndb> ')));
    await passTime(runner.run('inner'));
    const { result, milliseconds } = await passTime(runner.run('ls'));
    expect(result).toMatchObject({ state: 'failed' });
    expect(milliseconds).toBeLessThan(100);
    expect(shell.typed).toEqual(['inner\r', '\x04']);
  });

  it.each([...['exit', 'quit', 'logout', '\\q', '.exit', 'exit()', 'QUIT;', ' exit 3 ']])(
    '%s ends the inner one',
    async (command) => {
      const leave = makeStep(command, { id: 'leave', inside: 'inner', prompt: 'db>' });
      await start([inner, leave], (keys) =>
        shell.print(`${keys}\n${keys === 'inner\r' ? 'db> ' : 'root# '}`),
      );
      await passTime(runner.run('inner'));
      expect((await passTime(runner.run('leave'))).result).toMatchObject({ state: 'done' });
      expect(lastOf('inner')).toMatchObject({ state: 'done', note: '' });
      expect(lastOf('open')).toMatchObject({ state: 'open' });
    },
  );

  it.each(['exit now', 'echo exit', 'exits'])('%s does not', async (command) => {
    const stay = makeStep(command, { id: 'stay', inside: 'inner', prompt: 'db>' });
    await start([inner, stay], (keys) => shell.print(`${keys}\ndb> `));
    await passTime(runner.run('inner'));
    expect((await passTime(runner.run('stay'))).result).toMatchObject({ state: 'done' });
    expect(lastOf('inner')).toMatchObject({ state: 'open' });
  });
});
