import { looksLikePrompt } from '../recording/printed.ts';
import type { Job } from './job.ts';
import { interruptProgram, leaveProgram } from './leave.ts';
import type { RunnableStep } from './model.ts';
import type { DemoTerminal, Wait } from './terminal.ts';
import type { TerminalQueue } from './terminal-queue.ts';
import type { Words } from './words.ts';

export interface RunContext {
  queue: TerminalQueue;
  terminal: DemoTerminal;
  words: Words;
  /** Milliseconds until it fails; `null` for none. */
  timeout: number | null;
  /** The step whose program this one is typed into, where the page still has it. */
  opener: RunnableStep | null;
}

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

/** Types a step into the program that is open, and waits until that program's prompt is back. */
export async function runInside(job: Job, context: RunContext): Promise<void> {
  const { queue, terminal, words, opener } = context;
  const open = await uncover(job, context);
  if (!open) {
    job.settle('failed', null, opener ? words.openFirst(opener.command) : words.nothingOpen);
    return;
  }
  job.start();
  if (!(await isReady(job, terminal))) {
    job.settle('failed', null, terminal.phase === 'busy' ? words.notReady : words.programEnded);
    return;
  }
  const timeout = context.timeout;
  const startedAt = performance.now();
  const lines = job.command.split('\n');
  for (const line of lines) {
    const left = timeout === null ? null : timeout - (performance.now() - startedAt);
    const result = await typeLineInside(line, job, terminal, left);
    if (result === 'timeout') job.expire(words.timedOut(Math.round((timeout ?? 0) / 1000)));
    if (!job.pending) return;
    if (terminal.idle) break;
  }
  terminal.owner = null;
  if (endsProgram(job.command)) queue.stack.at(-1)?.settle('done', null, '');
  if (endsProgram(job.command)) queue.stack.pop();
  if (job.step.interactive && !terminal.idle) {
    queue.stack.push(job);
    job.open();
  } else {
    job.settle('done', null, '');
  }
}

/** How long a program may take until it shows its prompt, in milliseconds. */
const READY = 10_000;

/**
 * Whether a program reads what is typed. What it has not read when it ends (an image that can't be pulled) the
 * shell reads, and would run at the host what is meant for a container.
 */
async function isReady(job: Job, terminal: DemoTerminal): Promise<boolean> {
  if (!looksLikePrompt(`${job.step.prompt} `)) return true;
  const check = () => terminal.prompted || terminal.phase !== 'busy';
  await terminal.wait(check, { timeout: READY, signal: job.signal });
  return terminal.prompted && terminal.phase === 'busy';
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
    terminal.typeLine(line, job.step.id);
    const left = timeout === null ? null : Math.max(0, timeout - (performance.now() - startedAt));
    const result = await waitForAnswer(job, terminal, left);
    if (result === 'open') return 'open';
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

/** Brings the program that a step is typed into to the top: programs that are open in it are left. */
async function uncover(job: Job, { queue, terminal }: RunContext): Promise<boolean> {
  if (terminal.phase !== 'busy') return false;
  // Opened by hand: the teacher knows what it is.
  if (queue.stack.length === 0) return true;
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
  const expectsPrompt = looksLikePrompt(prompt) || looksLikePrompt(`${job.step.prompt} `);
  const check = () => {
    if (terminal.phase !== 'busy') return terminal.idle;
    if (!terminal.answered) return false;
    if (expectsPrompt) return promptIsBack(terminal, prompt);
    return terminal.quiet >= PROMPTLESS || PROMPTLESS - terminal.quiet;
  };
  return terminal.wait(check, { timeout, signal: job.signal });
}

/** The same prompt as before is believed at once; another one, which may be output, when it stands still. */
function promptIsBack(terminal: DemoTerminal, before: string | null): boolean | number {
  const line = terminal.lastLine;
  if (!looksLikePrompt(line)) return false;
  const needed = line === before ? 20 : 150;
  return terminal.quiet >= needed || needed - terminal.quiet;
}

function isBusy(terminal: DemoTerminal): boolean {
  return terminal.phase === 'busy';
}

function isBlank(line: string): boolean {
  return /^\s*(#.*)?$/.test(line);
}

/** Whether a line typed into a program ends that program. */
function endsProgram(command: string): boolean {
  return /^\s*(exit|quit|logout|\\q|\.exit|exit\(\)|quit\(\))\s*\d*\s*;?\s*$/i.test(command);
}
