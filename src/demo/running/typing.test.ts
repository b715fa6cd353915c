import { afterEach, describe, expect, it } from 'vitest';
import { words } from '../words.ts';
import { makeDemo, makeStep, type TestDemo } from './demo.fixture.ts';

let demo: TestDemo;
afterEach(() => demo.runner.close());

const run = (id: string) => demo.runner.run(id);
const lastOf = (step: string) => demo.statuses.findLast((one) => one.step === step);

/** A shell within the shell, as a container's is. */
const open = makeStep("PS1='inner# ' bash --noprofile --norc -i", { id: 'open', interactive: true });
const within = (command: string, rest = {}) =>
  makeStep(command, { inside: 'open', insideName: 'inner', prompt: 'inner#', ...rest });

describe('what runs is what the page says', () => {
  it('not what somebody had begun to type', async () => {
    demo = makeDemo([makeStep('echo one'), makeStep('echo two')]);
    await run('echo one');
    demo.runner.input(1, 'touch /nowhere/x; ');
    await expect.poll(() => demo.screen()).toContain('touch /nowhere/x; ');
    expect(await run('echo two')).toMatchObject({ state: 'done', exit: 0 });
    expect(demo.outputOf('echo two')).toBe('two\r\n');
    expect(demo.screen()).not.toContain('No such file');
  });

  it('not what somebody had left open on several lines', async () => {
    demo = makeDemo([makeStep('echo one'), makeStep('echo two')]);
    await run('echo one');
    demo.runner.input(1, 'echo "open\r');
    await expect.poll(() => demo.screen()).toMatch(/> .*$/);
    expect(await run('echo two')).toMatchObject({ state: 'done', note: '' });
    expect(demo.outputOf('echo two')).toBe('two\r\n');
  });

  it('with exclamation marks, not what was run before', async () => {
    demo = makeDemo([makeStep('echo one'), makeStep('echo "a!!b !echo"')]);
    await run('echo one');
    expect(await run('echo "a!!b !echo"')).toMatchObject({ printed: 'a!!b !echo' });
  });

  it('once, however often it is pressed while it runs', async () => {
    demo = makeDemo([makeStep('sleep 0.1; echo hola')]);
    const [one, other] = await Promise.all([run('sleep 0.1; echo hola'), run('sleep 0.1; echo hola')]);
    expect(other).toEqual(one);
    expect(demo.outputOf('sleep 0.1; echo hola')).toBe('hola\r\n');
    await run('sleep 0.1; echo hola');
    expect(demo.outputOf('sleep 0.1; echo hola')).toBe('hola\r\nhola\r\n');
  });
});

describe('the status of a step is its own', () => {
  it('also where it begins with a comment or a blank line after one that failed', async () => {
    demo = makeDemo([makeStep('false'), makeStep('# a comment\n\necho fine')]);
    await run('false');
    expect(await run('# a comment\n\necho fine')).toMatchObject({ state: 'done', exit: 0 });
  });

  it('and that of its first line that failed, named where others follow', async () => {
    demo = makeDemo([makeStep('(exit 3)\n(exit 4)\ntrue'), makeStep('true\n(exit 4)')]);
    expect(await run('(exit 3)\n(exit 4)\ntrue')).toMatchObject({
      ...{ state: 'failed', exit: 3, note: 'This line failed: (exit 3)' },
    });
    expect(await run('true\n(exit 4)')).toMatchObject({ state: 'failed', exit: 4, note: '' });
  });

  it('and no failure where the page expects it', async () => {
    demo = makeDemo([makeStep('(exit 3)', { exit: 3 }), makeStep('true', { exit: 1 })]);
    expect(await run('(exit 3)')).toMatchObject({ state: 'done', exit: 3, note: '' });
    expect(await run('true')).toMatchObject({ state: 'failed', exit: 0 });
  });

  it('where the shell ends with it, and the next step has a new one', async () => {
    demo = makeDemo([makeStep('exit 3'), makeStep('echo anew')]);
    expect(await run('exit 3')).toMatchObject({ state: 'failed', exit: 3, note: 'The shell has ended.' });
    expect(await run('echo anew')).toMatchObject({ state: 'done', exit: 0 });
    expect(demo.sessions).toHaveLength(2);
  });

  it('says how long it was waited for', async () => {
    demo = makeDemo([makeStep('sleep 60', { timeout: 1_100 })]);
    expect(await run('sleep 60')).toMatchObject({ state: 'failed', note: 'It did not end within 1 s.' });
    expect(demo.runner.hasExpired('sleep 60')).toBe(true);
  });
});

describe('programs that stay open', { timeout: 20_000 }, () => {
  it('end when a line says so, and nothing has to be left then', async () => {
    demo = makeDemo([open, within('exit'), makeStep('echo host')]);
    await run('open');
    expect(await run('exit')).toMatchObject({ state: 'done' });
    expect(lastOf('open')).toMatchObject({ state: 'done' });
    expect(await run('echo host')).toMatchObject({ state: 'done', note: '' });
  });

  it('within one another end one at a time', async () => {
    const inner = within("PS1='deep# ' bash --noprofile --norc -i", { id: 'inner', interactive: true });
    const exit = makeStep('exit', { inside: 'inner', insideName: 'deep', prompt: 'deep#' });
    demo = makeDemo([open, inner, exit]);
    await run('open');
    await run('inner');
    expect(await run('exit')).toMatchObject({ state: 'done' });
    expect([lastOf('inner')?.state, lastOf('open')?.state]).toEqual(['done', 'open']);
  });

  it('within one another are left one after another', async () => {
    const inner = within("PS1='deep# ' bash --noprofile --norc -i", { id: 'inner', interactive: true });
    const deep = makeStep('echo deep', { inside: 'inner', insideName: 'deep', prompt: 'deep#' });
    demo = makeDemo([open, inner, deep, within('echo $0 in'), makeStep('echo host')]);
    await run('open');
    expect(await run('inner')).toMatchObject({ state: 'open' });
    expect(await run('echo deep')).toMatchObject({ state: 'done', printed: 'deep' });
    expect(await run('echo $0 in')).toMatchObject({ state: 'done' });
    expect(lastOf('inner')).toMatchObject({ state: 'done', exit: null });
    expect(lastOf('open')).toMatchObject({ state: 'open' });
    await run('inner');
    const host = await run('echo host');
    expect(host).toMatchObject({ state: 'done', printed: 'host' });
    expect(host.note).toBe("Left «PS1='inner# ' bash --noprofile --norc -i» first, with Ctrl-D.");
    expect([lastOf('inner')?.state, lastOf('open')?.state]).toEqual(['done', 'done']);
  });

  it('that take no notice are interrupted, and the step says so', async () => {
    const deaf = makeStep("printf 'deaf> '; while :; do sleep 0.05; done", { id: 'deaf', interactive: true });
    demo = makeDemo([deaf, makeStep('echo host')]);
    expect(await run('deaf')).toMatchObject({ state: 'open' });
    const host = await run('echo host');
    expect(host).toMatchObject({ state: 'done', printed: 'host' });
    expect(host.note).toMatch(/^Interrupted «printf 'deaf> '.*» first\.$/);
  });

  it('that ignore every key are killed', async () => {
    const script = `trap "" INT QUIT TERM; printf "deaf> "; while :; do sleep 0.05; done`;
    demo = makeDemo([
      makeStep(`bash -c '${script}'`, { id: 'deaf', interactive: true }),
      makeStep('echo host'),
    ]);
    await run('deaf');
    expect(await run('echo host')).toMatchObject({ state: 'done', printed: 'host' });
  });

  it('are stopped by hand', async () => {
    demo = makeDemo([open, makeStep('echo host')]);
    await run('open');
    await demo.runner.stop(1);
    expect(lastOf('open')).toMatchObject({ state: 'stopped' });
    expect(await run('echo host')).toMatchObject({ note: '', printed: 'host' });
  });

  it('are known to be open when they were opened by hand', async () => {
    demo = makeDemo([makeStep('true'), open, within('echo typed')]);
    await run('true');
    demo.runner.input(1, `${open.command}\r`);
    await expect.poll(() => demo.screen()).toMatch(/inner# $/);
    expect(await run('echo typed')).toMatchObject({ state: 'done' });
    expect(demo.outputOf('echo typed')).toContain('typed\r\n');
  });

  it('are not taken for the page’s when they were opened by hand and have another prompt', async () => {
    const typed = within('echo typed', { prompt: 'root@0123456789ab:/#' });
    demo = makeDemo([makeStep('true'), open, typed]);
    await run('true');
    demo.runner.input(1, `${open.command}\r`);
    await expect.poll(() => demo.screen()).toMatch(/inner# $/);
    const note = words.en.otherProgram('root@0123456789ab:/#');
    expect(await run('echo typed')).toMatchObject({ state: 'failed', note });
    expect(demo.screen()).not.toContain('typed');
  });
});
