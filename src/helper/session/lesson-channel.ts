import type { CourseLesson } from '../../course/course.ts';
import type { LessonChange } from '../../course/live-course.ts';
import type { Traces } from '../../demo/traces.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Approval, DeckMessage, EngineStatus, HelperMessage } from '../../protocol/messages.ts';
import { Faults, messageOf } from '../../system/faults.ts';
import { limitRate } from '../guard/rate.ts';
import { makeScope, readBefore } from '../layers/scope.ts';
import { LayersWatch } from '../layers/watch.ts';
import { askApproval } from './approval.ts';
import type { ApprovalStore } from './approval-store.ts';
import { needsEngine } from './engine-need.ts';
import { LessonDemo } from './lesson-demo.ts';
import { GRACE, Seats } from './seats.ts';
import { Terminals } from './terminals.ts';
import { type Words, wordsFor } from './words.ts';

export interface LessonChannelOptions {
  lesson: CourseLesson;
  /** Why the page on disk is not the one that is shown, or `null`. */
  problem: string | null;
  replay: boolean;
  env: NodeJS.ProcessEnv;
  approvals: ApprovalStore;
  traces: Traces;
  engine: Engine | null;
  /** The mark of the run of Capas, which the session's processes carry. */
  mark?: string;
  /** Hears of what goes wrong in a handler. */
  faults?: Faults;
}

/** A deck's way out. */
export interface ChannelConnection {
  send(message: HelperMessage): void;
  sendOutput(terminal: number, bytes: Buffer): void;
  refuse(reason: string): void;
  /** Lets the deck come again, with another first message. */
  renew(): void;
}

/** A deck that has joined: what it says goes in, and it leaves once. */
export interface Seat {
  receive(message: DeckMessage): void;
  leave(): void;
}

/** Answers of a terminal to the programs of a session, a second. */
const ANSWERS = 40;

type Hello = Pick<Extract<DeckMessage, { type: 'hello' }>, 'capability' | 'seen'>;
type Run = Extract<DeckMessage, { type: 'run' }>;

/**
 * One lesson's session and the decks that show it. One deck leads (it runs and types), the others watch.
 * Nothing is spawned before an approved step is run.
 */
export class LessonChannel {
  private readonly options: LessonChannelOptions;
  private lesson: CourseLesson;
  private engine: Engine | null;
  private problem: string | null;
  private readonly words: Words;
  private readonly faults: Faults;
  private readonly connections = new Set<ChannelConnection>();
  private readonly watchers = new Set<ChannelConnection>();
  private readonly seats = new Seats();
  private readonly terminals: Terminals;
  private readonly layers: LayersWatch;
  private before: ReadonlySet<string> = new Set();
  private readonly demo: LessonDemo;
  private readonly isAnswerWithinRate = limitRate(ANSWERS, ANSWERS);

  constructor(options: LessonChannelOptions) {
    this.options = options;
    this.lesson = options.lesson;
    this.engine = null;
    this.problem = options.problem;
    this.words = wordsFor(options.lesson.lesson.lang);
    this.faults = options.faults ?? new Faults();
    this.terminals = new Terminals({
      pause: (terminal) => this.demo.opened?.pause(terminal),
      resume: (terminal) => this.demo.opened?.resume(terminal),
      onFault: this.faults.report,
    });
    this.demo = new LessonDemo({
      ...options,
      size: (terminal) => this.terminals.size(terminal),
      onStatus: (status) => this.tell({ type: 'step', status }),
      onOutput: (terminal, bytes) => this.terminals.push(terminal, bytes),
      onFault: this.faults.report,
    });
    const scope = () => makeScope(this.lesson.lesson.steps, this.before);
    this.layers = new LayersWatch(scope, this.faults.report);
    this.setEngine(options.engine);
  }

  /** A deck comes in with its first message and is told where everything stands. */
  join(connection: ChannelConnection, { capability, seen }: Hello): Seat {
    const leads = !this.options.replay && this.seats.join(capability);
    const viewer = {
      leads,
      send: (message: HelperMessage) => connection.send(message),
      sendOutput: (terminal: number, bytes: Buffer) => connection.sendOutput(terminal, bytes),
      lost: () => connection.refuse('too far behind'),
    };
    this.connections.add(connection);
    if (!leads) this.watchers.add(connection);
    const terminals = this.terminals.add(viewer, seen);
    connection.send({
      type: 'welcome',
      mode: this.options.replay ? 'replay' : 'live',
      writable: leads,
      approval: this.approval(),
      engine: this.engineStatus(),
      steps: this.demo.opened?.statuses() ?? [],
      terminals,
    });
    if (this.problem !== null) connection.send({ type: 'broken', message: this.problem });
    this.terminals.pumpAll();
    return {
      receive: (message) => this.receive(message, viewer),
      leave: () => {
        if (leads) this.giveUpSeat(capability);
        this.connections.delete(connection);
        this.watchers.delete(connection);
        this.terminals.remove(viewer);
        this.layers.remove(viewer);
      },
    };
  }

  /** The engine came or went; what runs on it can't go on without it. */
  setEngine(engine: Engine | null): void {
    if (engine === this.engine) return;
    const gone = this.engine !== null && engine === null;
    this.engine = engine;
    this.demo.setEngine(engine);
    if (engine) this.faults.guard(() => this.rememberBefore(engine))();
    if (gone && this.isEngineNeeded) this.demo.opened?.fail(this.words.engineGone);
    if (!engine || this.options.replay) this.layers.setEngine(null);
    this.tell({ type: 'engine', engine: this.engineStatus() });
  }

  /** The page was edited while it is presented. */
  follow(lesson: CourseLesson, change: LessonChange): void {
    const asked = this.approval()?.digest ?? null;
    const needed = this.isEngineNeeded;
    this.problem = change.type === 'broken' ? change.message : null;
    this.lesson = lesson;
    this.demo.follow(lesson);
    const approval = this.approval();
    if ((approval?.digest ?? null) !== asked) this.tell({ type: 'approval', approval });
    if (this.isEngineNeeded !== needed) this.tell({ type: 'engine', engine: this.engineStatus() });
    this.tell(change);
  }

  /** Says on every deck that something went wrong and the class goes on. */
  tellFault(fault: unknown): void {
    this.tell({ type: 'problem', code: 'fault', message: this.words.fault(messageOf(fault)) });
  }

  /** Says it on every deck of the lesson. */
  tell(message: HelperMessage): void {
    for (const connection of this.connections) connection.send(message);
  }

  /** Ends the session and every process of it. */
  async close(): Promise<void> {
    this.layers.close();
    this.terminals.close();
    await this.demo.close();
  }

  /** When the deck that leads stays away, the one that has watched for longest may lead. */
  private giveUpSeat(capability: string): void {
    this.seats.leave(capability);
    const offer = () => {
      const [next] = this.watchers;
      if (this.seats.isFree) next?.renew();
    };
    setTimeout(this.faults.guard(offer), GRACE + 50).unref();
  }

  private get isEngineNeeded(): boolean {
    return needsEngine(this.lesson.lesson);
  }

  private receive(message: DeckMessage, viewer: Viewer): void {
    switch (message.type) {
      case 'ack':
        return this.terminals.acknowledge(message.terminal, viewer, message.bytes);
      case 'watch':
        return this.layers.set(viewer, message.on);
      case 'describe':
        return this.faults.guard(() => this.layers.describe(viewer, message))();
      case 'knock':
      case 'hello':
        return;
      default:
        if (viewer.leads) return this.obey(message, viewer);
        return this.refuse(viewer, this.options.replay ? 'replaying' : 'watching');
    }
  }

  /** What only the deck that leads may ask for. */
  private obey(
    message: Exclude<DeckMessage, { type: 'knock' | 'hello' | 'ack' | 'watch' | 'describe' }>,
    viewer: Viewer,
  ): void {
    switch (message.type) {
      case 'approve':
        return this.approve(message.digest, viewer);
      case 'run':
        return this.faults.guard(() => this.run(message, viewer))();
      case 'stop':
        return this.faults.guard(() => this.demo.opened?.stop(message.terminal))();
      case 'input':
        return this.input(message.terminal, message.data, viewer);
      case 'answer':
        if (this.isAnswerWithinRate()) this.demo.opened?.answer(message.terminal, message.data);
        return;
      case 'resize':
        this.terminals.resize(message.terminal, message.columns, message.rows);
        return this.demo.opened?.resize(message.terminal, message.columns, message.rows);
      case 'reset':
        return this.faults.guard(() => this.reset(message.list, viewer))();
      case 'undo-list':
        return this.faults.guard(() => this.listUndo(viewer))();
    }
  }

  private approval(): Approval | null {
    if (this.options.replay) return null;
    return askApproval(this.lesson.path, this.lesson.lesson, this.options.approvals);
  }

  private approve(digest: string, viewer: Viewer): void {
    const approval = this.approval();
    if (!approval) return this.tell({ type: 'approval', approval: null });
    if (approval.digest !== digest) {
      this.refuse(viewer, 'staleApproval');
      return viewer.send({ type: 'approval', approval });
    }
    const why = this.options.approvals.add(this.lesson.path, digest);
    if (why !== null) this.problemTo(viewer, 'not-remembered', this.words.notRemembered(why));
    this.tell({ type: 'approval', approval: this.approval() });
  }

  private async run({ step, values }: Run, viewer: Viewer): Promise<void> {
    if (this.approval()) return this.refuse(viewer, 'notApproved');
    if (!this.lesson.lesson.steps.some(({ id }) => id === step)) return this.refuse(viewer, 'unknownStep');
    await this.demo.prepare();
    // The page may have been edited meanwhile.
    if (this.approval()) return this.refuse(viewer, 'notApproved');
    await this.demo.session.run(step, values);
  }

  /** Typing may open a shell: only where there are commands, and the teacher approved them. */
  private input(terminal: number, data: string, viewer: Viewer): void {
    if (this.approval() || this.lesson.lesson.steps.length === 0) return this.refuse(viewer, 'notApproved');
    this.demo.session.input(terminal, data);
  }

  private async listUndo(viewer: Viewer): Promise<void> {
    try {
      viewer.send({ type: 'undo-list', list: await this.demo.list(this.engine) });
    } catch (error) {
      this.problemTo(viewer, 'reset-failed', this.words.resetFailed((error as Error).message));
    }
  }

  private async reset(list: string, viewer: Viewer): Promise<void> {
    const { removed, problems } = await this.demo.reset(this.engine, list);
    this.terminals.forget();
    if (problems.length > 0)
      this.problemTo(viewer, 'reset-failed', this.words.resetFailed(problems.join('; ')));
    this.tell({ type: 'reset', removed });
  }

  /** Live layers begin when it is known what is not the demo's. */
  private async rememberBefore(engine: Engine): Promise<void> {
    if (this.options.replay) return;
    this.before = await readBefore(engine).catch(() => new Set<string>());
    if (this.engine === engine) this.layers.setEngine(engine);
  }

  private engineStatus(): EngineStatus {
    const { name = '', version = '' } = this.engine ?? {};
    return { needed: this.isEngineNeeded, available: this.engine !== null, name, version };
  }

  private refuse(
    viewer: Viewer,
    code: 'watching' | 'replaying' | 'notApproved' | 'staleApproval' | 'unknownStep',
  ): void {
    this.problemTo(
      viewer,
      code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      this.words[code],
    );
  }

  private problemTo(viewer: Viewer, code: string, message: string): void {
    viewer.send({ type: 'problem', code, message });
  }
}

interface Viewer {
  leads: boolean;
  send(message: HelperMessage): void;
  sendOutput(terminal: number, bytes: Buffer): void;
  lost(): void;
}
