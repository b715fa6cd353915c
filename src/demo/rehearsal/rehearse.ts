import type { Step } from '../../compiler/model.ts';
import { sameImage } from '../../diagram/image-names.ts';
import type { Engine } from '../../engine/engine.ts';
import type { StepStatus } from '../../protocol/messages.ts';
import { joinOutput } from '../../recording/printed.ts';
import type { Recording } from '../../recording/recording.ts';
import { Runner } from '../running/runner.ts';
import { pointAtEngine } from '../session/environment.ts';
import { openSession, type Session } from '../session/session.ts';
import type { Language } from '../words.ts';
import { type Judgement, judgeOutput } from './judge-output.ts';
import { Recorder } from './recorder.ts';

export interface RehearsalOptions {
  steps: readonly Step[];
  lang: Language;
  engine: Engine;
  /** Where the shell stands: the lesson's folder. */
  cwd: string;
  /** What the shell's environment is chosen from; by default the process's own, pointed at the engine. */
  env?: NodeJS.ProcessEnv;
  /** Milliseconds for steps that don't say. */
  timeout?: number;
  /** Recordings say that they were made on stand-in images. */
  standIn: boolean;
  /** Each step as it ends. */
  onStep?(rehearsed: RehearsedStep): void;
  /** The mark of the run of Capas, which the session's processes carry. */
  mark?: string;
  /** Ends the rehearsal: what runs is stopped, and what follows is skipped. */
  signal?: AbortSignal;
}

export interface RehearsedStep extends Judgement {
  step: Step;
  status: 'passed' | 'failed' | 'timeout' | 'skipped';
  /** `null` while its program was open, and where it did not end. */
  exit: number | null;
  milliseconds: number;
  /** Why it failed or was skipped; empty when it passed. */
  reason: string;
  /** Of a step that passed. */
  recording: Recording | null;
}

/** Pulling an image over a slow network is the longest that a lesson does. */
const TIMEOUT = 180_000;
/** The deck's terminal is about as large. */
const COLUMNS = 120;
const ROWS = 30;

/**
 * Runs all steps of a lesson in order, as buttons pressed one after another would, compares and records
 * them. Programs that are open at the end are left. What the steps made on the engine stays.
 */
export async function rehearse(options: RehearsalOptions): Promise<RehearsedStep[]> {
  const rehearsal = new Rehearsal(options);
  const rehearsed: RehearsedStep[] = [];
  try {
    for (const step of options.steps) {
      const reason = whySkipped(step, rehearsed, options.signal);
      const one = reason === '' ? await rehearsal.perform(step) : skip(step, reason);
      rehearsed.push(one);
      options.onStep?.(one);
    }
    await rehearsal.leavePrograms();
  } finally {
    await rehearsal.close();
  }
  return rehearsed;
}

/** The runner with its shells, the recorder that listens to it, and the watch over the engine. */
class Rehearsal {
  private readonly options: RehearsalOptions;
  private readonly recorder = new Recorder();
  private readonly runner: Runner;
  private readonly over = new AbortController();
  private readonly performed: Step[] = [];
  private gone: string | null = null;

  constructor(options: RehearsalOptions) {
    this.options = options;
    this.runner = new Runner({
      steps: options.steps,
      lang: options.lang,
      timeout: options.timeout ?? TIMEOUT,
      open: () => this.openSession(),
      onStatus: ({ step, state }) => {
        if (state === 'running') this.recorder.start(step);
      },
      onOutput: (_, bytes, step) => {
        if (step !== null) this.recorder.print(step, bytes);
      },
    });
    options.signal?.addEventListener('abort', () => this.fail('interrupted'), {
      once: true,
      signal: this.over.signal,
    });
    void options.engine.waitUntilGone(this.over.signal).then((reason) => {
      if (reason !== null) this.fail(`the engine is gone: ${reason}`);
    });
  }

  async perform(step: Step): Promise<RehearsedStep> {
    if (this.gone !== null) return { ...skip(step, this.gone), status: 'failed' };
    this.performed.push(step);
    const status = await this.runner.run(step.id);
    const exit = status.state === 'open' ? null : status.exit;
    const events = this.recorder.finish(step.id, exit);
    const passed = status.state === 'done' || status.state === 'open';
    return {
      step,
      ...judgeOutput(step, joinOutput(events)),
      status: passed ? 'passed' : this.runner.hasExpired(step.id) ? 'timeout' : 'failed',
      exit,
      milliseconds: status.milliseconds,
      reason: passed ? '' : tellFailure(status, joinOutput(events)),
      recording: passed ? { ...(await this.describe(step)), events } : null,
    };
  }

  async leavePrograms(): Promise<void> {
    if (this.gone !== null) return;
    for (const terminal of new Set(this.performed.map((step) => step.terminal)))
      await this.runner.stop(terminal);
  }

  async close(): Promise<void> {
    this.over.abort();
    await this.runner.close();
  }

  private openSession(): Session {
    const { cwd, engine, mark } = this.options;
    const env = this.options.env ?? pointAtEngine(process.env, engine.address, engine.name);
    return openSession({ cwd, env, columns: COLUMNS, rows: ROWS, ...(mark && { mark }) });
  }

  private fail(reason: string): void {
    this.gone = reason;
    this.runner.fail(reason);
  }

  /** What a recording of the step says of itself: an engine only where the step speaks to one. */
  private async describe(step: Step): Promise<Omit<Recording, 'events'>> {
    const { engine, steps, standIn } = this.options;
    const opener = steps.find(({ id }) => id === step.inside);
    const needsEngine = [step, opener].some((one) => one !== undefined && one.does.engine.length > 0);
    return {
      columns: COLUMNS,
      rows: ROWS,
      date: new Date().toISOString(),
      step: step.id,
      command: step.command,
      engine: needsEngine ? `${engine.name} ${engine.version}` : '',
      images: needsEngine ? await this.listDigests() : {},
      standIn: needsEngine && standIn,
    };
  }

  /** The images that the demo has used so far: later steps work on the containers of earlier ones. */
  private async listDigests(): Promise<Record<string, string>> {
    const references = this.performed
      .flatMap((step) => step.images)
      .filter((one, at, all) => all.findIndex((other) => sameImage(one, other)) === at);
    const digests = await Promise.all(
      references.map((one) => this.options.engine.digest(one).catch(() => null)),
    );
    return Object.fromEntries(references.flatMap((one, at) => (digests[at] ? [[one, digests[at]]] : [])));
  }
}

function whySkipped(step: Step, before: readonly RehearsedStep[], signal?: AbortSignal): string {
  if (signal?.aborted) return 'interrupted';
  if (step.attended !== null) return WHY_ATTENDED[step.attended];
  const opener = before.find((one) => one.step.id === step.inside);
  return opener?.status === 'skipped' ? 'what it is typed into was skipped' : '';
}

const WHY_ATTENDED: Record<NonNullable<Step['attended']>, string> = {
  input: 'it asks a question',
  editor: 'it opens an editor',
  endless: 'it does not end by itself',
  machine: 'it changes the machine itself',
  placeholder: 'it needs a value',
};

function skip(step: Step, reason: string): RehearsedStep {
  const nothing = { output: 'same' as const, difference: '', exit: null, milliseconds: 0, recording: null };
  return { step, status: 'skipped', reason, ...nothing };
}

/** What the runner says, else the last line that the command printed. */
function tellFailure({ note, exit }: StepStatus, printed: string): string {
  const said = printed.trim().split(/\r?\n/).at(-1) ?? '';
  return note || [exit === null ? '' : `exit status ${exit}`, said].filter(Boolean).join(': ');
}
