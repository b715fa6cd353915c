import { isPromptOf, isSamePrompt } from '../../shell/waiting.ts';
import { isInFront } from '../session/processes.ts';
import type { Job } from './job.ts';
import type { RunContext } from './run-context.ts';
import type { DemoTerminal, Wait } from './terminal.ts';

/** Types a step into the program that is open, and waits until that program's prompt is back. */
export async function runInside(job: Job, context: RunContext): Promise<void> {
  const { queue, terminal, words, opener } = context;
  const open = await uncover(job, context);
  if (!open) {
    job.settle('failed', null, opener ? words.openFirst(opener.command) : words.nothingOpen);
    return;
  }
  job.start();
  const refusal = await findRefusal(job, context);
  if (refusal !== null) {
    job.settle('failed', null, refusal);
    return;
  }
  const missing = await typeLinesInside(job, context);
  if (!job.pending) return;
  terminal.owner = null;
  const failure = findFailure(job, missing, context);
  if (failure !== null) {
    job.settle('failed', null, failure);
    return;
  }
  if (job.step.does.leaves) queue.stack.pop()?.settle('done', null, '');
  if (job.step.interactive && !terminal.idle) {
    queue.stack.push(job);
    job.open();
  } else {
    job.settle('done', null, '');
  }
}

/**
 * The same prompt as before is believed at once; another one, which may be output, when it stands still.
 * `expected`: the page's.
 */
export function promptIsBack(terminal: DemoTerminal, before: string | null, expected = ''): boolean | number {
  const line = terminal.lastLine;
  if (!isPromptOf(line, expected)) return false;
  const needed = line === before ? 20 : 150;
  return terminal.quiet >= needed || needed - terminal.quiet;
}

/** Brings the program that a step is typed into to the top: programs that are open in it are left. */
async function uncover(job: Job, { queue, terminal }: RunContext): Promise<boolean> {
  if (!isBusy(terminal)) return false;
  if (wasOpenedByHand(queue)) return true;
  const level = queue.stack.findIndex((open) => open.step.id === job.step.inside);
  if (level < 0) return false;
  while (queue.stack.length - 1 > level) {
    const before = terminal.lastLine;
    terminal.press('\x04');
    await terminal.wait(() => !isBusy(terminal) || (terminal.answered && promptIsBack(terminal, null)), {
      timeout: 3_000,
    });
    if (!isBusy(terminal) || terminal.lastLine === before) return false;
    queue.stack.pop()?.settle('done', null, '');
  }
  return true;
}

/**
 * Why nothing may be typed into the program that is open, or `null`. It has to show a prompt; where no step
 * opened it, the page's; and what it leaves unread must not go to the shell.
 */
async function findRefusal(job: Job, context: RunContext): Promise<string | null> {
  const { queue, terminal, words } = context;
  if (!(await isReady(job, terminal))) return isBusy(terminal) ? words.notReady : words.programEnded;
  if (wasOpenedByHand(queue) && !isSamePrompt(terminal.lastLine, job.step.prompt))
    return words.otherProgram(job.step.prompt);
  return guardInTime(context);
}

/** How long a program may take until it shows its prompt, in milliseconds. */
const READY = 10_000;

/** A program that the page shows without a prompt is never seen to wait for a line. */
async function isReady(job: Job, terminal: DemoTerminal): Promise<boolean> {
  if (job.step.prompt === '') return true;
  const isPrompted = () =>
    terminal.prompted || (terminal.heard && isSamePrompt(terminal.lastLine, job.step.prompt));
  const check = () => isPrompted() || !isBusy(terminal);
  await terminal.wait(check, { timeout: READY, signal: job.signal });
  return isPrompted() && isBusy(terminal);
}

/**
 * A step's program was guarded before it began. One that was opened by hand is guarded in time if it still has
 * the terminal after that: the shell takes the terminal back before it looks whether there is a guard.
 */
async function guardInTime({ terminal, words }: RunContext): Promise<string | null> {
  const { session } = terminal;
  if (session.guarded) return null;
  session.guard();
  if (!session.guarded) return words.noGuard;
  return (await isInFront(session.pid)) ? words.programEnded : null;
}

/** Resolves with the line that was not typed any more, because the program ended before; `null` for none. */
async function typeLinesInside(job: Job, { terminal, words, timeout }: RunContext): Promise<string | null> {
  const startedAt = performance.now();
  for (const line of job.command.split('\n')) {
    if (!isBusy(terminal)) return line;
    const left = timeout === null ? null : timeout - (performance.now() - startedAt);
    const result = await typeLineInside(line, job, terminal, left);
    if (result === 'timeout') job.expire(words.timedOut(Math.round((timeout ?? 0) / 1000)));
    if (!job.pending) return null;
  }
  return null;
}

function findFailure(job: Job, missing: string | null, { terminal, words }: RunContext): string | null {
  if (terminal.unread) return words.unread;
  if (missing !== null) return words.endedBefore(missing);
  return terminal.phase === 'closed' && !job.step.does.leaves ? words.shellEnded : null;
}

/** How long a program without any prompt must print nothing until its line counts as done. */
const PROMPTLESS = 800;

async function typeLineInside(
  line: string,
  job: Job,
  terminal: DemoTerminal,
  timeout: number | null,
): Promise<Wait> {
  const prompt = terminal.lastLine;
  terminal.typeInside(line, job.step.id);
  const expectsPrompt = isPromptOf(prompt, job.step.prompt);
  const check = () => {
    if (!isBusy(terminal)) return terminal.idle;
    if (!terminal.answered) return false;
    if (expectsPrompt) return promptIsBack(terminal, prompt, job.step.prompt);
    return terminal.quiet >= PROMPTLESS || PROMPTLESS - terminal.quiet;
  };
  return terminal.wait(check, { timeout, signal: job.signal });
}

function wasOpenedByHand({ stack }: RunContext['queue']): boolean {
  return stack.length === 0;
}

function isBusy(terminal: DemoTerminal): boolean {
  return terminal.phase === 'busy';
}
