import { pointAtEngine } from '../demo/environment.ts';
import { Runner } from '../demo/runner.ts';
import { openSession } from '../demo/session.ts';
import type { Traces } from '../demo/traces.ts';
import type { Engine } from '../engine/engine.ts';
import type { StepStatus } from '../protocol/messages.ts';
import type { OnFault } from '../system/safely.ts';
import type { CourseLesson } from './course.ts';
import { languageOf } from './words.ts';

export interface LessonDemoOptions {
  lesson: CourseLesson;
  env: NodeJS.ProcessEnv;
  traces: Traces;
  /** The mark of the run of Capas, which the session's processes carry. */
  mark?: string;
  size(terminal: number): { columns: number; rows: number };
  onStatus(status: StepStatus): void;
  onOutput(terminal: number, bytes: Uint8Array): void;
  onTerminal(terminal: number, state: 'open' | 'closed'): void;
  /** Hears of what goes wrong in a handler. */
  onFault?: OnFault;
}

/** What a reset did, by name, and what it could not do, with the engine's words. */
export interface Undone {
  removed: string[];
  problems: string[];
}

/** A lesson's session, and what its demo leaves on the engine. Nothing is spawned before it is asked for. */
export class LessonDemo {
  private readonly options: LessonDemoOptions;
  private lesson: CourseLesson;
  private runner: Runner | null = null;
  /** Where the session's commands find the engine; `null` where they need none, or none answered. */
  private engine: Engine | null = null;
  /** Whether the demo's beginning was remembered, so that it can be undone. */
  private begun: Promise<void> | null = null;
  private resetting: Promise<unknown> = Promise.resolve();

  constructor(options: LessonDemoOptions) {
    this.options = options;
    this.lesson = options.lesson;
  }

  /** The session; opened when a step or a key needs it. */
  get session(): Runner {
    this.runner ??= this.makeRunner();
    return this.runner;
  }

  /** The session where there is one. */
  get opened(): Runner | null {
    return this.runner;
  }

  /** The page was edited: what runs goes on. */
  follow(lesson: CourseLesson): void {
    this.lesson = lesson;
    this.runner?.setSteps(lesson.lesson.steps);
  }

  /** Resolves when a step may run: a reset is over, and what the engine holds before the first step is remembered. */
  async prepare(engine: Engine | null): Promise<void> {
    await this.resetting;
    this.engine = engine;
    if (!engine) return;
    this.begun ??= this.options.traces.begin(engine).catch(() => {
      this.begun = null;
    });
    await this.begun;
  }

  /** Ends the session, and removes from the engine what the demo left. Never rejects. */
  reset(engine: Engine | null): Promise<Undone> {
    const undone = this.resetting.then(() => this.undo(engine));
    this.resetting = undone;
    return undone;
  }

  /** Ends the session and every process of it. */
  async close(engine: Engine | null): Promise<void> {
    await this.runner?.close();
    if (engine && this.begun) await this.options.traces.end(engine).catch(() => {});
  }

  private makeRunner(): Runner {
    const { env, size, onStatus, onOutput, onTerminal, onFault, mark } = this.options;
    return new Runner({
      steps: this.lesson.lesson.steps,
      lang: languageOf(this.lesson.lesson.lang),
      open: (terminal) =>
        openSession({
          cwd: this.lesson.folder,
          env: this.engine ? pointAtEngine(env, this.engine.address) : env,
          ...size(terminal),
          ...(onFault && { onFault }),
          ...(mark && { mark }),
        }),
      onStatus,
      onOutput,
      onTerminal,
      ...(onFault && { onFault }),
    });
  }

  private async undo(engine: Engine | null): Promise<Undone> {
    const runner = this.runner;
    this.runner = null;
    try {
      await runner?.close();
      const reset = engine && (await this.options.traces.reset(engine));
      return { removed: Object.values(reset?.removed ?? {}).flat(), problems: reset?.problems ?? [] };
    } catch (error) {
      return { removed: [], problems: [(error as Error).message] };
    } finally {
      this.begun = null;
    }
  }
}
