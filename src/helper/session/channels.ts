import type { LiveCourse } from '../../course/live-course.ts';
import { beginRun, type RunMark } from '../../demo/session/run-mark.ts';
import { Traces } from '../../demo/traces/traces.ts';
import type { HelperMessage } from '../../protocol/messages.ts';
import { Faults } from '../../system/faults.ts';
import { stateFolder } from '../../system/state-folder.ts';
import { ApprovalStore } from './approval-store.ts';
import { EngineWatch } from './engine-watch.ts';
import { LessonChannel } from './lesson-channel.ts';

export interface ChannelsOptions {
  course: LiveCourse;
  replay: boolean;
  env: NodeJS.ProcessEnv;
  /** Hears of what goes wrong in a handler, and is told further to all decks. */
  faults?: Faults;
}

/** The channels of a course's lessons, each opened when a deck first asks for it, and the engine that they share. */
export class Channels {
  private readonly options: ChannelsOptions;
  private readonly faults: Faults;
  private readonly channels = new Map<string, LessonChannel>();
  private readonly approvals: ApprovalStore;
  private readonly engine: EngineWatch;
  private run: RunMark | null = null;

  constructor(options: ChannelsOptions) {
    this.options = options;
    this.faults = options.faults ?? new Faults();
    this.faults.listen((fault) => {
      for (const channel of this.channels.values()) channel.tellFault(fault);
    });
    this.approvals = new ApprovalStore(stateFolder(options.env));
    this.engine = new EngineWatch({
      env: options.env,
      faults: this.faults,
      onChange: (engine) => {
        for (const channel of this.channels.values()) channel.setEngine(engine);
      },
    });
    options.course.onChange((slug, change) => {
      const lesson = options.course.find(slug);
      if (lesson) this.channels.get(slug)?.follow(lesson, change);
    });
  }

  /** Ends what a crash left, and looks for the engine once, so that the first deck knows whether there is one. */
  async start(): Promise<void> {
    if (this.options.replay) return;
    this.run = await beginRun(stateFolder(this.options.env), this.faults.report);
    await this.engine.start();
  }

  /** The channel of a lesson, or `null` when there is no such lesson. */
  find(slug: string): LessonChannel | null {
    const known = this.channels.get(slug);
    if (known) return known;
    const { course, replay, env } = this.options;
    const lesson = course.find(slug);
    if (!lesson) return null;
    const channel = new LessonChannel({
      lesson,
      problem: course.problem(slug),
      replay,
      env,
      approvals: this.approvals,
      traces: new Traces(stateFolder(env), lesson.path),
      engine: this.engine.engine,
      faults: this.faults,
      ...(this.run && { mark: this.run.mark }),
    });
    this.channels.set(slug, channel);
    return channel;
  }

  /** Says it on every deck of every lesson. */
  tell(message: HelperMessage): void {
    for (const channel of this.channels.values()) channel.tell(message);
  }

  async close(): Promise<void> {
    await Promise.all([...this.channels.values()].map((channel) => channel.close()));
    this.engine.close();
    this.faults.guard(() => this.run?.forget())();
  }
}
