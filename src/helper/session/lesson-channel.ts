import type { CourseLesson } from '../../course/course.ts';
import type { LessonChange } from '../../course/live-course.ts';
import type { Traces } from '../../demo/traces/traces.ts';
import type { Engine } from '../../engine/engine.ts';
import { type Handlers, handle } from '../../protocol/handlers.ts';
import type { DeckMessage, EngineStatus, HelperMessage } from '../../protocol/messages.ts';
import { Faults, messageOf } from '../../system/faults.ts';
import { makeScope, readBefore } from '../layers/scope.ts';
import { LayersWatch } from '../layers/watch.ts';
import type { ApprovalStore } from './approval-store.ts';
import { makeHandlers } from './deck-messages.ts';
import { type ChannelConnection, type Deck, Decks } from './decks.ts';
import { needsEngine } from './engine-need.ts';
import { LessonApproval } from './lesson-approval.ts';
import { LessonDemo } from './lesson-demo.ts';
import { LessonOrders } from './lesson-orders.ts';
import { refuse } from './refusal.ts';
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

/** A deck that has joined: what it says goes in, and it leaves once. */
export interface JoinedDeck {
  receive(message: DeckMessage): void;
  leave(): void;
}

type Hello = Pick<Extract<DeckMessage, { type: 'hello' }>, 'capability' | 'seen'>;

/**
 * One lesson's session and the decks that show it. One deck leads (it runs and types), the others watch.
 * Nothing is spawned before an approved step is run.
 */
export class LessonChannel {
  private readonly options: LessonChannelOptions;
  private lesson: CourseLesson;
  private engine: Engine | null = null;
  private problem: string | null;
  private readonly words: Words;
  private readonly faults: Faults;
  private readonly approval: LessonApproval;
  private readonly decks: Decks;
  private readonly terminals: Terminals;
  private readonly layers: LayersWatch;
  private before: ReadonlySet<string> = new Set();
  private readonly demo: LessonDemo;
  private readonly handlers: Handlers<DeckMessage, [Deck]>;

  constructor(options: LessonChannelOptions) {
    this.options = options;
    this.lesson = options.lesson;
    this.problem = options.problem;
    this.words = wordsFor(options.lesson.lesson.lang);
    this.faults = options.faults ?? new Faults();
    this.approval = new LessonApproval(options.lesson, options.approvals, options.replay);
    this.decks = new Decks(this.faults.report);
    this.terminals = new Terminals({
      pause: (terminal) => this.demo.opened?.pause(terminal),
      resume: (terminal) => this.demo.opened?.resume(terminal),
      onFault: this.faults.report,
    });
    this.demo = new LessonDemo({
      ...options,
      size: (terminal) => this.terminals.size(terminal),
      onStatus: (status) => this.decks.tell({ type: 'step', status }),
      onOutput: (terminal, bytes) => this.terminals.push(terminal, bytes),
      onFault: this.faults.report,
    });
    const scope = () => makeScope(this.lesson.lesson.steps, this.before);
    this.layers = new LayersWatch(scope, this.faults.report);
    this.handlers = this.makeHandlers();
    this.setEngine(options.engine);
  }

  /** A deck comes in with its first message and is told where everything stands. */
  join(connection: ChannelConnection, { capability, seen }: Hello): JoinedDeck {
    const { replay } = this.options;
    const deck = this.decks.join(connection, capability, !replay);
    const terminals = this.terminals.add(deck, seen);
    deck.send({
      type: 'welcome',
      mode: replay ? 'replay' : 'live',
      writable: deck.leads,
      approval: this.approval.asked,
      engine: this.engineStatus(),
      steps: this.demo.opened?.statuses() ?? [],
      terminals,
    });
    if (this.problem !== null) deck.send({ type: 'broken', message: this.problem });
    this.terminals.pumpAll();
    return {
      receive: this.faults.guard((message: DeckMessage) => handle(this.handlers, message, deck)),
      leave: () => {
        this.decks.leave(deck);
        this.terminals.remove(deck);
        this.layers.remove(deck);
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
    this.decks.tell({ type: 'engine', engine: this.engineStatus() });
  }

  /** The page was edited while it is presented. */
  follow(lesson: CourseLesson, change: LessonChange): void {
    const needed = this.isEngineNeeded;
    this.problem = change.type === 'broken' ? change.message : null;
    this.lesson = lesson;
    this.demo.follow(lesson);
    if (this.approval.follow(lesson)) this.decks.tell({ type: 'approval', approval: this.approval.asked });
    if (this.isEngineNeeded !== needed) this.decks.tell({ type: 'engine', engine: this.engineStatus() });
    this.decks.tell(change);
  }

  /** Says on every deck that something went wrong and the class goes on. */
  tellFault(fault: unknown): void {
    this.decks.tell({ type: 'problem', code: 'fault', message: this.words.fault(messageOf(fault)) });
  }

  /** Says it on every deck of the lesson. */
  tell(message: HelperMessage): void {
    this.decks.tell(message);
  }

  /** Ends the session and every process of it. */
  async close(): Promise<void> {
    this.layers.close();
    this.terminals.close();
    await this.demo.close();
  }

  private makeHandlers(): Handlers<DeckMessage, [Deck]> {
    const { demo, approval, terminals, layers, words } = this;
    const orders = new LessonOrders({
      ...{ demo, approval, terminals, words },
      steps: () => this.lesson.lesson.steps,
      engine: () => this.engine,
      tell: (message) => this.decks.tell(message),
    });
    const why = this.options.replay ? 'replaying' : 'watching';
    return makeHandlers({ terminals, layers, orders, refuseWatcher: (deck) => refuse(deck, why, words) });
  }

  private get isEngineNeeded(): boolean {
    return needsEngine(this.lesson.lesson);
  }

  private engineStatus(): EngineStatus {
    const { name = '', version = '' } = this.engine ?? {};
    return { needed: this.isEngineNeeded, available: this.engine !== null, name, version };
  }

  /** Live layers begin when it is known what is not the demo's. */
  private async rememberBefore(engine: Engine): Promise<void> {
    if (this.options.replay) return;
    this.before = await readBefore(engine).catch(() => new Set<string>());
    if (this.engine === engine) this.layers.setEngine(engine);
  }
}
