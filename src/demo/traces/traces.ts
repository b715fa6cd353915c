import { randomUUID } from 'node:crypto';
import type { Engine, Fact, MadeKind } from '../../engine/engine.ts';
import { doubtRunning } from './elsewhere.ts';
import { Journal } from './journal.ts';
import type { Entry } from './journal-entry.ts';
import { collectOwned, type Owned } from './owned.ts';
import { hasOwnId, isAsPlanned, joinRemovals, type Removal, removeThings } from './reset.ts';
import { type Plan, type PlannedThing, planReset } from './reset-plan.ts';
import { listUnfinished } from './unfinished.ts';

/**
 * What the demos of a lesson made on engines, kept below the state folder: what {@link DemoEngine} saw their
 * sessions ask for, never what merely appeared. So it can be removed also on another day or after a crash,
 * and what the user or others made is not.
 */
export class Traces {
  private readonly journal: Journal;
  /** Calls that are under way. */
  private calls = 0;

  /** `lesson` is the page's absolute path. */
  constructor(stateFolder: string, lesson: string) {
    this.journal = new Journal(stateFolder, lesson);
  }

  record(engine: Pick<Engine, 'id'>, facts: readonly Fact[]): void {
    this.journal.append(engine.id, facts);
  }

  /**
   * Notes that such things are asked for, before they can be there. Returns what notes that it is known what came
   * of it: until then, also after a crash, what appears may be the demo's.
   */
  ask(engine: Pick<Engine, 'id'>, kinds: readonly MadeKind[]): () => void {
    const call = randomUUID();
    this.calls += 1;
    this.journal.append(engine.id, [{ what: 'asked', call, kinds: [...kinds] }]);
    return () => {
      this.calls -= 1;
      this.journal.append(engine.id, [{ what: 'answered', call }]);
    };
  }

  owned(engine: Pick<Engine, 'id'>): Owned {
    return this.collect(this.read(engine));
  }

  /**
   * What is still there and may be removed. `followed`: volumes that are known to be the same still, however
   * they look. Rejects with an EngineError when the engine does not answer.
   */
  async plan(engine: Engine, followed: ReadonlySet<string> = new Set()): Promise<Plan> {
    const entries = this.read(engine);
    const plan = await planReset(engine, this.collect(entries), followed, listUnfinished(entries));
    return { ...plan, things: doubtRunning(plan.things, entries) };
  }

  /**
   * Removes what was planned, as far as a look just before finds it unchanged: until then somebody may have been
   * asked, and a name may have gone to another thing. `look` plans anew. Rejects with an EngineError when the
   * engine goes away meanwhile.
   */
  async remove(
    engine: Engine,
    things: readonly PlannedThing[],
    look: () => Promise<Plan> = () => this.plan(engine),
  ): Promise<Removal> {
    const removals: Removal[] = [];
    for (const part of [things.filter(hasOwnId), things.filter((thing) => !hasOwnId(thing))]) {
      const now = (await look()).things;
      const same = part.filter((thing) => isAsPlanned(thing, now));
      const changed = part.filter((thing) => !same.includes(thing));
      removals.push({ removed: [], problems: [], changed }, await this.removeAtOnce(engine, same));
    }
    await this.tidy(engine);
    return joinRemovals(removals);
  }

  /** The demo is over. */
  end(): void {
    this.journal.end();
  }

  private read(engine: Pick<Engine, 'id'>): Entry[] {
    return this.journal.read().filter((entry) => entry.engine === engine.id);
  }

  private collect(entries: readonly Entry[]): Owned {
    return collectOwned(entries.flatMap(({ fact }) => (isFact(fact) ? [fact] : [])));
  }

  private removeAtOnce(engine: Engine, things: readonly PlannedThing[]) {
    return removeThings(engine, things, ({ kind, reference }) => {
      if (kind === 'volumes') this.record(engine, [{ what: 'gone', kind: 'volume', name: reference }]);
      if (kind === 'images') this.record(engine, [{ what: 'gone', kind: 'image', name: reference }]);
    });
  }

  /** Nothing needs to be remembered once nothing is left, on any engine; what comes during the look is. */
  private async tidy(engine: Engine): Promise<void> {
    const { length } = this.journal;
    if (this.journal.read().some((entry) => entry.engine !== engine.id)) return;
    const { things } = await this.plan(engine);
    if (things.length === 0 && this.calls === 0) this.journal.clear(length);
  }
}

function isFact(fact: Entry['fact']): fact is Fact {
  return fact.what === 'made' || fact.what === 'gone';
}
