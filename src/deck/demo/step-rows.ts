import type { DeckStep } from '../../protocol/deck-data.ts';
import type { Words } from '../words/words.ts';
import type { DeckLesson } from './deck-lesson.ts';
import { showOutput } from './row-output.ts';
import type { RunButton, RunRequest } from './run-button.ts';
import { hasRun, type StepView } from './step-view.ts';
import type { StepViews } from './step-views.ts';

export interface StepRowsOptions {
  lesson: DeckLesson;
  views: StepViews;
  words: Words;
  /** Whether outputs wait, folded, until their step ran. */
  folds: boolean;
  onRequest(step: DeckStep, request: RunRequest): void;
}

/** The rows of commands on the slides: what their buttons show, and whether their outputs stand under them. */
export class StepRows {
  readonly #options: StepRowsOptions;
  #isOffered = true;

  constructor(options: StepRowsOptions) {
    this.#options = options;
    document.addEventListener('capas-run', (event) => this.#ask(event));
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Element) unfold(target.closest('.step--folded'));
    });
    options.views.watch((step, view, before) => this.#show(step, view, before));
    this.bind();
  }

  /** Takes up the rows that the page has now. */
  bind(): void {
    for (const row of document.querySelectorAll<HTMLElement>('.step[data-step]')) {
      const id = row.dataset['step']!;
      if (this.#options.folds && !hasRun(this.#options.views.get(id))) fold(row);
      this.#update(row);
    }
    this.#markNext();
  }

  /** Whether pressing a button replays, since nothing can run live. */
  offerReplay(isOffered: boolean): void {
    this.#isOffered = isOffered;
    for (const row of document.querySelectorAll<HTMLElement>('.step[data-step]')) this.#update(row);
  }

  /** The row of a step: on `slide` where it stands there too. */
  find(step: string, slide: Element | null): HTMLElement | null {
    const selector = `.step[data-step="${CSS.escape(step)}"]`;
    return slide?.querySelector<HTMLElement>(selector) ?? document.querySelector<HTMLElement>(selector);
  }

  /** The steps of a slide, from the top. */
  stepsOf(slide: ParentNode | null): string[] {
    const rows = slide?.querySelectorAll<HTMLElement>('.step[data-step]') ?? [];
    return [...rows].map((row) => row.dataset['step']!);
  }

  /** Shows all outputs of a slide, or hides those that wait. */
  toggleOutputs(slide: ParentNode | null): void {
    const rows = [...(slide?.querySelectorAll<HTMLElement>('.step[data-step]') ?? [])];
    const folded = rows.filter((row) => row.classList.contains('step--folded'));
    if (folded.length > 0) folded.forEach(unfold);
    else rows.forEach(fold);
  }

  toggleOutput(row: HTMLElement | null): void {
    if (row?.classList.contains('step--folded')) unfold(row);
    else if (row) fold(row);
  }

  #ask(event: Event): void {
    const { step: id } = event.target as RunButton;
    const step = this.#options.lesson.step(id);
    if (step) this.#options.onRequest(step, (event as CustomEvent<RunRequest>).detail);
  }

  #show(step: string, view: StepView, before: StepView): void {
    for (const row of document.querySelectorAll<HTMLElement>(`.step[data-step="${CSS.escape(step)}"]`)) {
      this.#update(row);
      if (this.#isSeen(step, view) && !hasRun(before)) unfold(row);
      else if (view.state === 'waiting' && before.state !== 'waiting' && this.#options.folds) fold(row);
    }
    this.#markNext();
  }

  /** What was printed stands under its command; the page's output not under one that went wrong. */
  #isSeen(step: string, view: StepView): boolean {
    const { state, exit, printed } = view;
    if (printed !== null && hasRun(view)) return true;
    return state === 'done' || state === 'replayed' || exit === this.#options.lesson.step(step)?.exit;
  }

  #update(row: HTMLElement): void {
    const { lesson, views } = this.#options;
    const id = row.dataset['step']!;
    const step = lesson.step(id);
    const button = row.querySelector(':scope > .step__row > capas-run') as RunButton | null;
    if (!step || !button) return;
    const view = views.get(id);
    row.dataset['state'] = view.state;
    showOutput(row, step, view.printed);
    button.step = id;
    button.command = step.command;
    button.lang = lesson.data.lang;
    button.view = view;
    button.isOffered = this.#isOffered;
    button.date = lesson.recording(id)?.date ?? '';
  }

  /** On each slide the first step that was not run yet is the loud one. */
  #markNext(): void {
    for (const slide of document.querySelectorAll('.slide:has(capas-run)')) {
      const next = this.#options.views.next(this.stepsOf(slide));
      for (const button of slide.querySelectorAll('capas-run')) button.isNext = button.step === next;
    }
  }
}

function fold(row: Element): void {
  row.classList.remove('step--new');
  if (row.querySelector(':scope > .step__output')) row.classList.add('step--folded');
}

function unfold(row: Element | null): void {
  if (!row?.classList.contains('step--folded')) return;
  row.classList.remove('step--folded');
  row.classList.add('step--new');
}
