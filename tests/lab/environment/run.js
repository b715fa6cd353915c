import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Milliseconds: a package mirror may be slow, but nothing hangs for ever. */
const LONGEST = 240_000;

/**
 * Runs a program to its end and gives what it printed; rejects with its own words.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's own
 */
export async function run(command, args, env = {}) {
  const path = `${process.env.PATH}:/usr/sbin:/sbin`;
  const options = {
    env: { ...process.env, PATH: path, ...env },
    maxBuffer: 64 * 1024 * 1024,
    timeout: LONGEST,
  };
  try {
    return (await execute(command, args, options)).stdout;
  } catch (error) {
    const { stderr, stdout, message } = /** @type {Error & { stderr?: string, stdout?: string }} */ (error);
    throw new Error(`${command} ${args.join(' ')}: ${stderr?.trim() || stdout?.trim() || message}`);
  }
}
