import { randomUUID } from 'node:crypto';
import type { CourseLesson } from '../../course/course.ts';
import { Runner } from '../../demo/running/runner.ts';
import { openSession } from '../../demo/session/session.ts';
import { DemoEngine } from '../../demo/traces/demo-engine.ts';
import { listNames } from '../../demo/traces/reset.ts';
import type { PlannedThing } from '../../demo/traces/reset-plan.ts';
import type { Traces } from '../../demo/traces/traces.ts';
import type { Engine } from '../../engine/engine.ts';
import type { StepStatus, UndoList } from '../../protocol/messages.ts';
import { type OnFault, safely } from '../../system/safely.ts';
import { needsEngine } from './engine-need.ts';
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
  private readonly way: DemoEngine;
  private lesson: CourseLesson;
  private runner: Runner | null = null;
  private listed: { id: string; things: PlannedThing[] } = { id: '', things: [] };
  private resetting: Promise<unknown> = Promise.resolve();

  constructor(options: LessonDemoOptions) {
    this.options = options;
    this.lesson = options.lesson;
    this.way = new DemoEngine(options.traces);
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

  /** Where the session's commands find the engine; `null` while none answers. */
  setEngine(engine: Engine | null): void {
    this.way.setEngine(engine);
  }

  /** Resolves when a step may run: a reset is over. */
  async prepare(): Promise<void> {
    await this.resetting;
  }

  /** What a reset would remove. Rejects with an EngineError when the engine does not answer. */
  async list(engine: Engine | null): Promise<UndoList> {
    const things = engine ? (await this.way.plan(engine)).things : [];
    const { containers, networks, volumes, images } = listNames(things.filter(({ doubt }) => doubt === null));
    const doubtful = things.flatMap(({ name, doubt }) =>
      doubt ? [{ name, why: doubt.why, by: doubt.why === 'used' ? doubt.by : [] }] : [],
    );
    this.listed = { id: randomUUID(), things: things.filter(isUndone) };
    const unknown = engine !== null && engine.endpoint === null && needsEngine(this.lesson.lesson);
    return { id: this.listed.id, containers, networks, volumes, images, doubtful, unknown };
  }

  /** Ends the session, and removes from the engine what was listed and still is the demo's. Never rejects. */
  reset(engine: Engine | null, list: string): Promise<Undone> {
    const undone = this.resetting.then(() => this.undo(engine, list));
    this.resetting = undone;
    return undone;
  }

  /** Ends the session and every process of it. */
  async close(): Promise<void> {
    await this.runner?.close();
    await this.way.close();
  }

  private makeRunner(): Runner {
    const { env, size, onOutput, onFault, mark } = this.options;
    return new Runner({
      steps: this.lesson.lesson.steps,
      lang: languageOf(this.lesson.lesson.lang),
      open: (terminal) =>
        openSession({
          cwd: this.lesson.folder,
          env: this.environment(env),
          ...size(terminal),
          ...(onFault && { onFault }),
          ...(mark && { mark }),
        }),
      onStatus: (status) => this.tellStatus(status),
      onOutput,
      ...(onFault && { onFault }),
    });
  }

  /**
   * Also where no command names the engine: a script may. Whose page says that it needs none keeps the user's own
   * settings.
   */
  private environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return this.lesson.lesson.settings.engine === 'none' ? env : this.way.environment(env);
  }

  private tellStatus(status: StepStatus): void {
    this.options.onStatus(status);
    const isOver = status.state === 'done' || status.state === 'failed' || status.state === 'stopped';
    if (isOver) safely(this.options.onFault ?? (() => {}), () => this.way.noteVolumes())();
  }

  private async undo(engine: Engine | null, list: string): Promise<Undone> {
    const runner = this.runner;
    this.runner = null;
    const listed = list !== '' && this.listed.id === list ? this.listed.things : [];
    this.listed = { id: '', things: [] };
    try {
      await runner?.close();
      if (!engine || listed.length === 0) return { removed: [], problems: [] };
      await this.way.settle();
      const { removed, problems } = await this.way.remove(engine, listed);
      return { removed: removed.map(({ name }) => name), problems };
    } catch (error) {
      return { removed: [], problems: [(error as Error).message] };
    }
  }
}

/** Images stay for the next class; what is in doubt stays for its user. */
function isUndone({ kind, doubt }: PlannedThing): boolean {
  return kind !== 'images' && doubt === null;
}
