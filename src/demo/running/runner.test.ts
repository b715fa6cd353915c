import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeDemo, makeStep, type TestDemo } from './demo.fixture.ts';

let demo: TestDemo;
afterEach(() => demo.runner.close());

describe('at the shell prompt', () => {
  it('tells waiting, running and done, with the status and the time it took', async () => {
    demo = makeDemo([makeStep('sleep 0.1; echo hola')]);
    const status = await demo.runner.run('sleep 0.1; echo hola');
    expect(demo.statuses.map((one) => one.state)).toEqual(['running', 'done']);
    expect(status).toMatchObject({ state: 'done', exit: 0, note: '', printed: 'hola' });
    expect(status.milliseconds).toBeGreaterThanOrEqual(100);
    expect(demo.outputOf(status.step)).toBe('hola\r\n');
    expect(demo.screen()).toContain('echo hola\r\n');
    expect(demo.screen()).not.toContain('133;');
  });

  it('tells what a step printed only once it has ended, and nothing of one that never began', async () => {
    const slow = makeStep('echo one; sleep 0.1; echo two');
    demo = makeDemo([slow, makeStep('echo <gap>', { placeholders: ['<gap>'] })]);
    await demo.runner.run(slow.id);
    expect(demo.statuses.map(({ printed }) => printed)).toEqual([null, 'one\ntwo']);
    expect(await demo.runner.run('echo <gap>')).toMatchObject({ state: 'failed', printed: null });
  });

  it('keeps cd and export for the steps that follow', async () => {
    demo = makeDemo(['cd /usr', 'export PLACE=here', 'echo $PWD $PLACE'].map((command) => makeStep(command)));
    for (const id of ['cd /usr', 'export PLACE=here', 'echo $PWD $PLACE']) await demo.runner.run(id);
    expect(demo.outputOf('echo $PWD $PLACE')).toBe('/usr here\r\n');
  });

  it('fails with the status of the command, unless the page expects it', async () => {
    demo = makeDemo([makeStep('false'), makeStep('(exit 3)', { exit: 3 })]);
    expect(await demo.runner.run('false')).toMatchObject({ state: 'failed', exit: 1 });
    expect(await demo.runner.run('(exit 3)')).toMatchObject({ state: 'done', exit: 3 });
  });

  it('types a here-document, and tabs as tabs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'capas-test-'));
    const command = `cat > ${folder}/file <<'END'\n\tone\nand "two\nEND`;
    demo = makeDemo([makeStep(command, { id: 'document' })]);
    expect(await demo.runner.run('document')).toMatchObject({ state: 'done', exit: 0 });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('\tone\nand "two\n');
  });

  it('runs every line of a block of commands and fails when one of them fails', async () => {
    const command = '# a comment\necho one\n\nls /nowhere\nfor i in 2 3\ndo echo $i\ndone';
    demo = makeDemo([makeStep(command, { id: 'block' })]);
    const status = await demo.runner.run('block');
    expect(status).toMatchObject({ state: 'failed', exit: 2 });
    expect(status.note).toContain('ls /nowhere');
    expect(demo.outputOf('block')).toMatch(/^one\r\nls: .*\r\n2\r\n3\r\n$/);
  });

  it('fails on a syntax error and on a command that is not complete, and is usable afterwards', async () => {
    demo = makeDemo([makeStep('echo )'), makeStep('echo "open'), makeStep('echo fine')]);
    expect(await demo.runner.run('echo )')).toMatchObject({ state: 'failed', exit: 2 });
    const open = await demo.runner.run('echo "open');
    expect(open.state).toBe('failed');
    expect(open.note).toContain('not complete');
    expect(await demo.runner.run('echo fine')).toMatchObject({ state: 'done', exit: 0 });
  });

  it('runs steps that are asked for at once one after the other', async () => {
    demo = makeDemo([makeStep('sleep 0.2; echo first'), makeStep('echo second')]);
    const all = await Promise.all([demo.runner.run('sleep 0.2; echo first'), demo.runner.run('echo second')]);
    expect(all.map((one) => one.state)).toEqual(['done', 'done']);
    expect(demo.statuses.map((one) => `${one.step.slice(-6)} ${one.state}`)).toEqual([
      'second waiting',
      ' first running',
      ' first done',
      'second running',
      'second done',
    ]);
    expect(demo.screen().indexOf('\nfirst')).toBeLessThan(demo.screen().indexOf('\nsecond'));
  });
});
