import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/system/package-root.ts';

/** A user's home with a lesson in it, in which `capas present` is run as a process of its own. */
export interface Home {
  folder: string;
  /** Where Capas keeps its state. */
  state: string;
  /** Starts `capas present lesson`; resolves with what it printed first. */
  present(args: string[], env?: NodeJS.ProcessEnv): Promise<Presented>;
  close(): Promise<void>;
}

export interface Presented {
  address: string;
  process: ChildProcess;
  /** Ends it with a signal, and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export function makeHome(page = '# Lesson\n\n## One\n\n```console\n$ echo one\n```\n'): Home {
  const folder = mkdtempSync(join(tmpdir(), 'capas-home-'));
  const state = join(folder, '.local', 'state', 'capas');
  mkdirSync(join(folder, 'lesson'));
  writeFileSync(join(folder, 'lesson', 'index.md'), page);
  const all: Presented[] = [];
  return {
    folder,
    state,
    async present(args, env = {}) {
      const presented = await present(folder, args, env);
      all.push(presented);
      return presented;
    },
    async close() {
      for (const presented of all) await presented.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function present(home: string, args: string[], env: NodeJS.ProcessEnv): Promise<Presented> {
  const child = spawn(
    process.execPath,
    [join(packageRoot, 'bin', 'capas.js'), 'present', 'lesson', ...args],
    {
      cwd: home,
      env: { PATH: process.env['PATH'], HOME: home, DOCKER_HOST: 'unix:///nowhere', ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const printed = await new Promise((resolve) => child.stdout.once('data', resolve));
  return {
    address: String(printed).trim(),
    process: child,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
