import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startHelper } from '../../src/helper/server.ts';
import { packageRoot } from '../../src/system/package-root.ts';
import { enter } from '../entry/enter.ts';
import { Deck, startTarget } from './target.ts';

it('a state that can’t be written does not end the helper: the approval holds, and a step runs', async () => {
  const target = await startTarget();
  onTestFinished(() => target.close());
  const state = join(target.folder, '..', '.local', 'state', 'capas');
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, 'approved'), 'a file in the way');
  const deck = new Deck(target.guest);
  const welcome = await deck.join();
  deck.send({ type: 'approve', digest: welcome.approval!.digest });
  expect(await deck.next('problem')).toMatchObject({ code: 'not-remembered' });
  expect(await deck.next('approval')).toEqual({ type: 'approval', approval: null });
  const { loadCourse } = await import('../../src/course/course.ts');
  deck.send({ type: 'run', step: loadCourse(target.page).lessons[0]!.lesson.steps[0]!.id });
  await expect
    .poll(() => deck.messages.some((one) => one.type === 'step' && one.status.state === 'done'), {
      timeout: 10_000,
    })
    .toBe(true);
  deck.close();
});

it('what nothing else caught is told on the deck, and the helper goes on', async () => {
  const home = mkdtempSync(join(tmpdir(), 'capas-fault-'));
  mkdirSync(join(home, 'lesson'));
  writeFileSync(join(home, 'lesson', 'index.md'), '# L\n');
  const helper = await startHelper({
    path: join(home, 'lesson', 'index.md'),
    port: 0,
    replay: true,
    env: { PATH: process.env['PATH'], HOME: home, DOCKER_HOST: 'unix:///nowhere' },
  });
  onTestFinished(async () => {
    await helper.close();
    rmSync(home, { recursive: true });
  });
  const deck = new Deck(await enter(helper));
  await deck.join();
  helper.report(new Error('something that nobody thought of'));
  expect(await deck.next('problem')).toMatchObject({
    code: 'fault',
    message: expect.stringContaining('something that nobody thought of'),
  });
  deck.close();
});

it('an exception and a rejection that nothing caught end no class, and are said on standard error', async () => {
  const home = mkdtempSync(join(tmpdir(), 'capas-fault-'));
  const page = join(home, 'index.md');
  writeFileSync(page, '# L\n');
  const fault = join(home, 'fault.mjs');
  writeFileSync(
    fault,
    `process.on('SIGUSR2', () => { Promise.reject(new Error('nobody awaits this')); throw new Error('nobody catches this'); });`,
  );
  const helper = spawn(
    process.execPath,
    ['--import', fault, join(packageRoot, 'bin', 'capas.js'), 'present', page, '--no-open', '--port', '0'],
    { env: { PATH: process.env['PATH'], HOME: home, DOCKER_HOST: 'unix:///nowhere' } },
  );
  onTestFinished(() => {
    helper.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  });
  const ended = new Promise((resolve) => helper.once('exit', resolve));
  let said = '';
  helper.stderr.on('data', (data) => {
    said += data;
  });
  await new Promise((resolve) => helper.stdout.once('data', resolve));
  helper.kill('SIGUSR2');
  await expect.poll(() => said, { timeout: 10_000 }).toContain('nobody catches this');
  await expect.poll(() => said, { timeout: 10_000 }).toContain('nobody awaits this');
  expect(helper.exitCode).toBeNull();
  helper.kill('SIGTERM');
  expect(await ended).toBe(0);
});
