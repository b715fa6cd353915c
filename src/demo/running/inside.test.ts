import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { words } from '../words.ts';
import { makeDemo, makeStep, type TestDemo } from './demo.fixture.ts';

let demo: TestDemo;
afterEach(() => demo.runner.close());

/** A shell within the shell, as a container's is. */
const open = makeStep("PS1='inner# ' bash --noprofile --norc -i", { id: 'open', interactive: true });
const within = (command: string) =>
  makeStep(command, { inside: 'open', insideName: 'inner', prompt: 'inner#' });

describe('inside a program that a step opened', () => {
  it('types the line there, and leaves by end of file before the next host step', async () => {
    demo = makeDemo([open, within('MARK=inside; echo $MARK'), makeStep('echo "[$MARK]"')]);
    expect(await demo.runner.run('open')).toMatchObject({ state: 'open' });
    expect(await demo.runner.run('MARK=inside; echo $MARK')).toMatchObject({ state: 'done' });
    expect(demo.outputOf('MARK=inside; echo $MARK')).toContain('inside\r\n');
    const host = await demo.runner.run('echo "[$MARK]"');
    expect(demo.outputOf('echo "[$MARK]"')).toBe('[]\r\n');
    expect(host.note).toContain('Ctrl-D');
    expect(demo.statuses.findLast((one) => one.step === 'open')).toMatchObject({ state: 'done', exit: 0 });
    expect(demo.screen()).not.toContain('^C');
  });

  it('says what has to be opened first', async () => {
    demo = makeDemo([open, within('echo lost')]);
    const status = await demo.runner.run('echo lost');
    expect(status.state).toBe('failed');
    expect(status.note).toContain('bash --noprofile');
    expect(demo.screen()).not.toContain('lost');
  });

  it('types nothing before the program waits for it, which the shell would read should the program end', async () => {
    const mine = join(mkdtempSync(join(tmpdir(), 'capas-inside-')), 'mine');
    const fails = makeStep('sleep 2.5; false', { id: 'open', interactive: true });
    demo = makeDemo([fails, within(`touch ${mine}`), makeStep('echo host')]);
    expect(await demo.runner.run('open')).toMatchObject({ state: 'open' });
    const typed = await demo.runner.run(`touch ${mine}`);
    expect(typed).toMatchObject({ state: 'failed', note: words.en.programEnded });
    expect(await demo.runner.run('echo host')).toMatchObject({ state: 'done' });
    expect(existsSync(mine)).toBe(false);
    expect(demo.screen()).not.toContain('touch');
    rmSync(dirname(mine), { recursive: true });
  });

  it('waits for a prompt that only the page knows, before it types and after', async () => {
    const loop = 'while printf "In [%d]: " $n; IFS= read -r line; do eval "$line"; n=$((n + 1)); done';
    const open = makeStep(`sleep 2; (n=1; ${loop})`, { id: 'open', interactive: true });
    const cell = makeStep('sleep 1.2; echo $((6 * 7))', { inside: 'open', prompt: 'In [7]:' });
    demo = makeDemo([open, cell]);
    await demo.runner.run('open');
    expect(await demo.runner.run(cell.id)).toMatchObject({ state: 'done' });
    expect(demo.screen()).toMatch(/In \[1\]: sleep 1.2.*\r\n42\r\nIn \[2\]: $/);
  });

  it('types nothing into a program that never shows it', async () => {
    const fails = makeStep('sleep 2.5; false', { id: 'open', interactive: true });
    demo = makeDemo([fails, makeStep('echo lost', { inside: 'open', prompt: 'In [1]:' })]);
    await demo.runner.run('open');
    expect(await demo.runner.run('echo lost')).toMatchObject({
      state: 'failed',
      note: words.en.programEnded,
    });
    expect(demo.screen()).not.toContain('lost');
  });

  it('waits for a program that begins slowly, and then types', async () => {
    const slow = makeStep("sleep 2; PS1='inner# ' bash --noprofile --norc -i", {
      id: 'open',
      interactive: true,
    });
    demo = makeDemo([slow, within('echo $PS1 there')]);
    expect(await demo.runner.run('open')).toMatchObject({ state: 'open' });
    expect(await demo.runner.run('echo $PS1 there')).toMatchObject({ state: 'done' });
    expect(demo.outputOf('echo $PS1 there')).toContain('inner# there');
  });

  it('leaves a program that has not said its prompt yet', async () => {
    const slow = makeStep("sleep 0.4; PS1='late# ' bash --noprofile --norc -i", {
      id: 'slow',
      interactive: true,
    });
    demo = makeDemo([slow, makeStep('echo next')]);
    const [, next] = await Promise.all([demo.runner.run('slow'), demo.runner.run('echo next')]);
    expect(next).toMatchObject({ state: 'done', exit: 0 });
    expect(demo.outputOf('echo next')).toBe('next\r\n');
  });

  it('stops a line that never ends, and keeps the program open', async () => {
    demo = makeDemo([open, within('echo begun; sleep 1000'), within('echo still here')]);
    await demo.runner.run('open');
    const endless = demo.runner.run('echo begun; sleep 1000');
    await expect.poll(() => demo.outputOf('echo begun; sleep 1000')).toContain('begun\r\n');
    await demo.runner.stop(1);
    expect(await endless).toMatchObject({ state: 'stopped' });
    expect(await demo.runner.run('echo still here')).toMatchObject({ state: 'done' });
    expect(demo.outputOf('echo still here')).toContain('still here\r\n');
  });
});

describe('what the terminal answers', () => {
  const asks = `IFS= read -rs -d c -p asking answer; echo "[\${answer#?}]"`;

  it('goes to the program that runs', async () => {
    demo = makeDemo([makeStep(asks)]);
    const asked = demo.runner.run(asks);
    await expect.poll(() => demo.outputOf(asks)).toContain('asking');
    demo.runner.answer(1, '\x1b[?1;2c');
    expect((await asked).printed).toContain('[[?1;2]');
  });

  it('is not typed at the shell’s prompt', async () => {
    demo = makeDemo([makeStep('echo one'), makeStep('echo two')]);
    await demo.runner.run('echo one');
    for (const answer of ['\x1b[?1;2c', '\x1b[1;5R', '\x1b[<0;1;1M']) demo.runner.answer(1, answer);
    expect(await demo.runner.run('echo two')).toMatchObject({ state: 'done', printed: 'two' });
    expect(demo.screen()).not.toMatch(/1;2c|1;5R|0;1;1M/);
  });
});

describe('a step that does not end', () => {
  it('is stopped, and the shell goes on', async () => {
    demo = makeDemo([makeStep('echo begun; sleep 1000'), makeStep('echo after')]);
    const endless = demo.runner.run('echo begun; sleep 1000');
    await expect.poll(() => demo.outputOf('echo begun; sleep 1000')).toBe('begun\r\n');
    await demo.runner.stop(1);
    expect(await endless).toMatchObject({ state: 'stopped' });
    expect(await demo.runner.run('echo after')).toMatchObject({ state: 'done' });
  });

  it('fails when its time is over', async () => {
    demo = makeDemo([makeStep('sleep 1000', { timeout: 200 }), makeStep('echo after')]);
    expect(await demo.runner.run('sleep 1000')).toMatchObject({ state: 'failed' });
    expect(await demo.runner.run('echo after')).toMatchObject({ state: 'done' });
  });

  it('leaves the next one a second terminal', async () => {
    demo = makeDemo([makeStep('sleep 1000', { attended: 'endless' }), makeStep('echo beside')]);
    void demo.runner.run('sleep 1000');
    await expect.poll(() => demo.statuses.some((one) => one.state === 'running')).toBe(true);
    const beside = await demo.runner.run('echo beside');
    expect(beside).toMatchObject({ state: 'done', exit: 0 });
    expect(demo.sessions).toHaveLength(2);
    expect(demo.statuses.findLast((one) => one.step === 'sleep 1000')).toMatchObject({ state: 'running' });
  });

  it('has what is typed into a program follow the program to the second terminal', async () => {
    demo = makeDemo([makeStep('sleep 1000', { attended: 'endless' }), open, within('echo there')]);
    void demo.runner.run('sleep 1000');
    await expect.poll(() => demo.statuses.some((one) => one.state === 'running')).toBe(true);
    expect(await demo.runner.run('open')).toMatchObject({ state: 'open', terminal: 2 });
    expect(await demo.runner.run('echo there')).toMatchObject({ state: 'done', terminal: 2 });
    expect(demo.outputOf('echo there')).toContain('there');
  });

  it('fails at once, with the reason, when what it needs is gone', async () => {
    demo = makeDemo([makeStep('sleep 1000'), makeStep('echo after')]);
    const endless = demo.runner.run('sleep 1000');
    await expect.poll(() => demo.statuses.some((one) => one.state === 'running')).toBe(true);
    demo.runner.fail('the engine went away');
    expect(await endless).toMatchObject({ state: 'failed', note: 'the engine went away' });
    expect(await demo.runner.run('echo after')).toMatchObject({ state: 'done' });
  });
});
