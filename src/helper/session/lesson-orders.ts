import type { Lesson } from '../../compiler/model.ts';
import type { Engine } from '../../engine/engine.ts';
import type { HelperMessage } from '../../protocol/messages.ts';
import { limitRate } from '../guard/rate.ts';
import type { Deck } from './decks.ts';
import type { LessonApproval } from './lesson-approval.ts';
import type { LessonDemo } from './lesson-demo.ts';
import { refuse, tellProblem } from './refusal.ts';
import type { Terminals } from './terminals.ts';
import type { Words } from './words.ts';

export interface LessonOrdersOptions {
  demo: LessonDemo;
  approval: LessonApproval;
  terminals: Terminals;
  words: Words;
  steps(): Lesson['steps'];
  engine(): Engine | null;
  /** Tells every deck. */
  tell(message: HelperMessage): void;
}

/** Answers of a terminal to the programs of a session, a second. */
const ANSWERS = 40;

/** What the deck that leads may have done: approve, run and stop steps, type, and begin again. */
export class LessonOrders {
  private readonly options: LessonOrdersOptions;
  private readonly isAnswerWithinRate = limitRate(ANSWERS, ANSWERS);

  constructor(options: LessonOrdersOptions) {
    this.options = options;
  }

  approve(digest: string, deck: Deck): void {
    const { approval, words, tell } = this.options;
    const { asked } = approval;
    if (!asked) return tell({ type: 'approval', approval: null });
    if (asked.digest !== digest) {
      refuse(deck, 'staleApproval', words);
      return deck.send({ type: 'approval', approval: asked });
    }
    const why = approval.give(digest);
    if (why !== null) tellProblem(deck, 'not-remembered', words.notRemembered(why));
    tell({ type: 'approval', approval: approval.asked });
  }

  async run(step: string, values: Record<string, string>, deck: Deck): Promise<void> {
    const { approval, demo, words, steps } = this.options;
    if (approval.asked) return refuse(deck, 'notApproved', words);
    if (!steps().some(({ id }) => id === step)) return refuse(deck, 'unknownStep', words);
    await demo.prepare();
    // The page may have been edited meanwhile.
    if (approval.asked) return refuse(deck, 'notApproved', words);
    await demo.session.run(step, values);
  }

  async stop(terminal: number): Promise<void> {
    await this.options.demo.opened?.stop(terminal);
  }

  /** Typing may open a shell: only where there are commands, and the teacher approved them. */
  input(terminal: number, data: string, deck: Deck): void {
    const { approval, demo, words, steps } = this.options;
    if (approval.asked || steps().length === 0) return refuse(deck, 'notApproved', words);
    demo.session.input(terminal, data);
  }

  answer(terminal: number, data: string): void {
    if (this.isAnswerWithinRate()) this.options.demo.opened?.answer(terminal, data);
  }

  resize(terminal: number, columns: number, rows: number): void {
    const { demo, terminals } = this.options;
    terminals.resize(terminal, columns, rows);
    demo.opened?.resize(terminal, columns, rows);
  }

  async listUndo(deck: Deck): Promise<void> {
    const { demo, engine, words } = this.options;
    try {
      deck.send({ type: 'undo-list', list: await demo.list(engine()) });
    } catch (error) {
      tellProblem(deck, 'reset-failed', words.resetFailed((error as Error).message));
    }
  }

  async reset(list: string, deck: Deck): Promise<void> {
    const { demo, engine, terminals, words, tell } = this.options;
    const { removed, problems } = await demo.reset(engine(), list);
    terminals.forget();
    if (problems.length > 0) tellProblem(deck, 'reset-failed', words.resetFailed(problems.join('; ')));
    tell({ type: 'reset', removed });
  }
}
