import { looksLikePrompt } from '../../shell/waiting.ts';
import type { Job } from './job.ts';
import { interruptProgram, leaveProgram } from './leave.ts';
import type { RunContext } from './run-context.ts';
import { promptIsBack } from './run-inside.ts';
import type { DemoTerminal, Wait } from './terminal.ts';

/** Types a step at the shell's prompt, having left what was open there, and follows it to its end. */
export async function runAtHost(job: Job, context: RunContext): Promise<void> {
  const { terminal, words } = context;
  if (!(await reachPrompt(job, context))) {
    job.settle('failed', null, terminal.phase === 'closed' ? words.shellEnded : words.stuck);
    // What can't be ended would keep all that follow: they get another shell.
    await terminal.session.close();
    return;
  }
  job.start();
  const failure = await typeLines(job, context);
  if (!job.pending) return;
  if (failure === 'open') {
    context.queue.stack = [job];
    terminal.owner = null;
    job.open();
  } else {
    const expected = failure.exit === job.step.exit;
    job.settle(expected ? 'done' : 'failed', failure.exit, expected ? '' : failure.note);
  }
}

/** After a job was ended from outside: gets the terminal back to a prompt. */
export async function interruptJob(job: Job, { queue, terminal }: RunContext): Promise<void> {
  if (terminal.idle || terminal.phase === 'closed') return;
  if (job.step.inside !== null && queue.stack.length > 0) {
    terminal.press('\x03');
    await terminal.wait(() => terminal.idle || promptIsBack(terminal, null), { timeout: 1_500 });
    terminal.owner = null;
    if (terminal.idle || looksLikePrompt(terminal.lastLine)) return;
  }
  await interruptProgram(terminal);
}

/** Leaves what is open, and clears what somebody left on the line. */
async function reachPrompt(job: Job, { queue, terminal, words }: RunContext): Promise<boolean> {
  if (terminal.phase === 'continued' || (terminal.idle && terminal.touched)) {
    terminal.phase = 'typed';
    terminal.press('\x03');
    await terminal.wait(() => terminal.idle, { timeout: 2_000 });
  }
  if (terminal.phase === 'ended') await terminal.wait(() => terminal.idle, { timeout: 2_000 });
  if (terminal.phase === 'busy' && (await terminal.watch.adopt()))
    await terminal.wait(() => terminal.idle, { timeout: 2_000 });
  if (terminal.idle) return true;
  const opened = queue.stack[0]?.step;
  const name = opened ? `«${opened.command.split('\n')[0]}»` : '…';
  const leaving = await leaveProgram(terminal);
  if (leaving !== 'stuck') job.note = leaving === 'left' ? words.left(name) : words.leftByForce(name);
  return terminal.idle;
}

interface Ending {
  exit: number;
  note: string;
}

/** A command of several lines is typed line by line: the shell asks for more, or has run what it has. */
async function typeLines(job: Job, context: RunContext): Promise<Ending | 'open'> {
  const { terminal, words, timeout } = context;
  const startedAt = performance.now();
  const ending: Ending = { exit: 0, note: '' };
  const lines = job.command.split('\n');
  for (const [index, line] of lines.entries()) {
    const fresh = terminal.idle;
    if (job.step.interactive) terminal.session.guard();
    terminal.typeLine(line, job.step.id);
    const left = timeout === null ? null : Math.max(0, timeout - (performance.now() - startedAt));
    const result = await waitForAnswer(job, terminal, left);
    if (result === 'open') return 'open';
    if (result === 'closed' && !terminal.ran) job.settle('failed', null, words.shellEnded);
    if (result === 'closed') return { exit: terminal.status, note: words.shellEnded };
    if (result === 'timeout') job.expire(words.timedOut(Math.round((timeout ?? 0) / 1000)));
    if (!job.pending) return ending;
    const judged = terminal.idle && (terminal.ran || !(fresh && isBlank(line)));
    if (judged && terminal.status !== 0 && ending.exit === 0) {
      ending.exit = terminal.status;
      ending.note = lines.length > 1 && index < lines.length - 1 ? words.failedLine(line) : '';
    }
  }
  if (terminal.phase !== 'continued') return ending;
  terminal.press('\x03');
  await terminal.wait(() => terminal.idle, { timeout: 2_000 });
  return { exit: terminal.status, note: words.incomplete };
}

async function waitForAnswer(
  job: Job,
  terminal: DemoTerminal,
  timeout: number | null,
): Promise<Wait | 'open'> {
  let open = false;
  const check = () => {
    if (terminal.idle || terminal.phase === 'continued') return true;
    if (!job.step.interactive || terminal.phase !== 'busy') return false;
    const soon = looksOpen(terminal);
    open = soon === true;
    return soon;
  };
  const result = await terminal.wait(check, { timeout, signal: job.signal });
  return open && result === 'met' ? 'open' : result;
}

/** A prompt that stands still is open soon; a program that prints nothing (`docker attach`, `cat`), later. */
const STILL = 60;
const SILENT = 1_200;

function looksOpen(terminal: DemoTerminal): boolean | number {
  const needed = looksLikePrompt(terminal.lastLine) ? STILL : SILENT;
  return terminal.quiet >= needed || needed - terminal.quiet;
}

function isBlank(line: string): boolean {
  return /^\s*(#.*)?$/.test(line);
}
