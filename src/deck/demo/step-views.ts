import { type StepView, WAITING } from './step-view.ts';

/** What the deck knows of every step, by id; whoever watches is told of each change. */
export class StepViews {
  readonly #views = new Map<string, StepView>();
  readonly #watchers: ((step: string, view: StepView, before: StepView) => void)[] = [];

  get(step: string): StepView {
    return this.#views.get(step) ?? WAITING;
  }

  set(step: string, view: StepView): void {
    const before = this.get(step);
    this.#views.set(step, view);
    for (const watch of this.#watchers) watch(step, view, before);
  }

  /** This step waits again. */
  forget(step: string): void {
    this.set(step, WAITING);
  }

  /** Every step waits again. */
  clear(): void {
    for (const step of [...this.#views.keys()]) this.set(step, WAITING);
    this.#views.clear();
  }

  watch(watcher: (step: string, view: StepView, before: StepView) => void): void {
    this.#watchers.push(watcher);
  }

  /** The first of these steps that was not run yet: the one that comes next. */
  next(steps: readonly string[]): string | null {
    return steps.find((step) => this.get(step).state === 'waiting') ?? null;
  }
}
