import type { Engine, Fact } from '../engine/engine.ts';
import { Journal } from './journal.ts';
import { collectOwned, type Owned } from './owned.ts';
import { hasOwnId, isAsPlanned, type Removal, removeThings } from './reset.ts';
import { type Plan, type PlannedThing, planReset } from './reset-plan.ts';

/**
 * What the demos of a lesson made on engines, kept below the state folder: what {@link DemoEngine} saw their
 * sessions ask for, never what merely appeared. So it can be removed also on another day or after a crash,
 * and what the user or others made is not.
 */
export class Traces {
  private readonly journal: Journal;

  /** `lesson` is the page's absolute path. */
  constructor(stateFolder: string, lesson: string) {
    this.journal = new Journal(stateFolder, lesson);
  }

  record(engine: Pick<Engine, 'id'>, facts: readonly Fact[]): void {
    this.journal.append(engine.id, facts);
  }

  owned(engine: Pick<Engine, 'id'>): Owned {
    const entries = this.journal.read().filter((entry) => entry.engine === engine.id);
    return collectOwned(entries.map(({ fact }) => fact));
  }

  /**
   * What is still there and may be removed. `followed`: volumes that are known to be the same still, however
   * they look. Rejects with an EngineError when the engine does not answer.
   */
  plan(engine: Engine, followed: ReadonlySet<string> = new Set()): Promise<Plan> {
    return planReset(engine, this.owned(engine), followed);
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
    const whole: Removal = { removed: [], problems: [], changed: [] };
    const named = things.filter((thing) => !hasOwnId(thing));
    for (const part of [things.filter(hasOwnId), named]) {
      const now = (await look()).things;
      const { removed, problems } = await this.removeAtOnce(
        engine,
        part.filter((thing) => isAsPlanned(thing, now)),
      );
      whole.removed.push(...removed);
      whole.problems.push(...problems);
      whole.changed.push(...part.filter((thing) => !isAsPlanned(thing, now)));
    }
    await this.tidy(engine);
    return whole;
  }

  private removeAtOnce(engine: Engine, things: readonly PlannedThing[]) {
    return removeThings(engine, things, ({ kind, reference }) => {
      if (kind === 'volumes') this.record(engine, [{ what: 'gone', kind: 'volume', name: reference }]);
      if (kind === 'images') this.record(engine, [{ what: 'gone', kind: 'image', name: reference }]);
    });
  }

  /** Nothing needs to be remembered once nothing is left, on any engine. */
  private async tidy(engine: Engine): Promise<void> {
    if (this.journal.read().some((entry) => entry.engine !== engine.id)) return;
    const { things } = await this.plan(engine);
    if (things.length === 0) this.journal.clear();
  }
}
