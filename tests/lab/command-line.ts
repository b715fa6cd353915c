import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, vi } from 'vitest';
import { runCli } from '../../src/cli/run.ts';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line of Capas on the lab's engine, with a state folder of its own. */
export function makeCommandLine(): { run(...args: string[]): Promise<Ran>; dispose(): void } {
  const state = mkdtempSync(join(tmpdir(), 'capas-state-'));
  vi.stubEnv('XDG_STATE_HOME', state);
  vi.stubEnv('DOCKER_HOST', inject('dockerHost'));
  return {
    async run(...args) {
      const stdout = capture(process.stdout);
      const stderr = capture(process.stderr);
      try {
        const status = await runCli(args);
        return { status, stdout: stdout.text(), stderr: stderr.text() };
      } finally {
        stdout.restore();
        stderr.restore();
      }
    },
    dispose() {
      vi.unstubAllEnvs();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

function capture(stream: NodeJS.WriteStream) {
  const written: string[] = [];
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  return { text: () => written.join(''), restore: () => spy.mockRestore() };
}
