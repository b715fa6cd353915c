import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/system/package-root.ts';
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

/** What a session may leave: in a group of its own, with no parent, deaf to signals, each with a child. */
const LEAVING = [
  '(trap "" HUP TERM; sleep 1000) &',
  'setsid sleep 1000 &',
  'nohup sleep 1000 >/dev/null 2>&1 & disown;',
  '(setsid bash -c "trap \'\' HUP TERM INT; sleep 1000; sleep 1000" &);',
  'sleep 1000',
].join(' ');

it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
  '%s on the helper leaves no process of the session, or none that the next start does not end',
  async (signal) => {
    const home = mkdtempSync(join(tmpdir(), 'capas-leftovers-'));
    const mark = `HOME=${home}`;
    mkdirSync(join(home, 'lesson'));
    const page = join(home, 'lesson', 'index.md');
    writeFileSync(page, `# L\n\n## S\n\n\`\`\`console\n$ ${LEAVING}\n\`\`\`\n`);
    const env = { PATH: process.env['PATH'], HOME: home, DOCKER_HOST: 'unix:///nowhere' };
    const startAgain = () =>
      spawn(
        process.execPath,
        [join(packageRoot, 'bin', 'capas.js'), 'present', page, '--no-open', '--port', '0'],
        { env, stdio: ['ignore', 'pipe', 'ignore'] },
      );
    const helper = startAgain();
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
    const { loadCourse } = await import('../../src/course/course.ts');
    const step = loadCourse(page).lessons[0]!.lesson.steps[0]!;
    say({ type: 'hello', proof, lesson: 'lesson', capability: 'own' });
    // The helper, the shell, a bash or two, and five sleeps.
    await expect.poll(() => findMarked(mark).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(8);

    helper.kill(signal);
    expect(await ended).toBe(signal === 'SIGKILL' ? null : 0);
    if (signal === 'SIGKILL') {
      expect(findMarked(mark).length).toBeGreaterThan(1);
      const next = startAgain();
      await new Promise((resolve) => next.stdout.once('data', resolve));
      expect(findMarked(mark)).toEqual([next.pid]);
      next.kill('SIGTERM');
    }
    await expect.poll(() => findMarked(mark), { timeout: 5_000 }).toEqual([]);
  },
);
