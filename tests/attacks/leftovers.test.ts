import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/helper/package-root.ts';
import { askPass, enterBy, greet, openSocket } from '../entry/enter.ts';

/** Processes whose environment carries the mark: all that a helper started, also what left its group. */
function findMarked(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(mark);
      } catch {
        return false;
      }
    })
    .map(Number);
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s on the helper leaves no process of the session',
  async (signal) => {
    const home = mkdtempSync(join(tmpdir(), 'capas-leftovers-'));
    const mark = `HOME=${home}`;
    mkdirSync(join(home, 'lesson'));
    const page = join(home, 'lesson', 'index.md');
    writeFileSync(page, '# L\n\n## S\n\n```console\n$ (trap "" HUP TERM; sleep 1000) & sleep 1000\n```\n');
    const env = { PATH: process.env['PATH'], HOME: home, DOCKER_HOST: 'unix:///nowhere' };
    const helper = spawn(
      process.execPath,
      [join(packageRoot, 'bin', 'capas.js'), 'present', page, '--no-open', '--port', '0'],
      { env, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    onTestFinished(() => {
      for (const pid of findMarked(mark)) process.kill(pid, 'SIGKILL');
      rmSync(home, { recursive: true, force: true });
    });
    const ended = new Promise<number | null>((resolve) => helper.on('exit', resolve));
    const address = String(await new Promise((resolve) => helper.stdout.once('data', resolve))).trim();

    const guest = await enterBy(address);
    const socket = openSocket(guest);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.on('error', () => {});
    const { proof } = await greet(socket, guest, await askPass(guest));
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.on('message', (data, isBinary) => {
      if (isBinary) return;
      const message = JSON.parse(String(data));
      if (message.type === 'welcome') say({ type: 'approve', digest: message.approval.digest });
      if (message.type === 'approval') say({ type: 'run', step: step.id });
    });
    const { loadCourse } = await import('../../src/helper/course.ts');
    const step = loadCourse(page).lessons[0]!.lesson.steps[0]!;
    say({ type: 'hello', proof, lesson: 'lesson', capability: 'own' });
    // The helper, the shell, and both sleeps, one of which takes no notice of signals.
    await expect.poll(() => findMarked(mark).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(4);

    helper.kill(signal);
    expect(await ended).toBe(0);
    await expect.poll(() => findMarked(mark), { timeout: 5_000 }).toEqual([]);
  },
);
