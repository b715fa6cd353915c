import type { DeckStep } from '../../protocol/deck-data.ts';
import type { HelperMessage, StepStatus } from '../../protocol/messages.ts';
import type { HelperLink } from '../helper/helper-link.ts';
import { say } from '../status-line.ts';
import { makeLiveBadge } from '../terminal/badge.ts';
import type { DeckTerminal } from '../terminal/deck-terminal.ts';
import type { Words } from '../words/words.ts';
import { copyCommand } from './copy.ts';
import type { DeckLesson } from './deck-lesson.ts';
import { type MenuItem, openMenu } from './menu.ts';
import type { Player } from './player.ts';
import type { RunRequest } from './run-button.ts';
import { listStepActions } from './step-actions.ts';
import type { StepRows } from './step-rows.ts';
import { followStatus, isBusy, viewStatus } from './step-view.ts';
import type { StepViews } from './step-views.ts';

type Welcome = Extract<HelperMessage, { type: 'welcome' }>;

export interface DemoParts {
  lesson: DeckLesson;
  words: Words;
  views: StepViews;
  terminal: DeckTerminal;
  player: Player;
  /** The slide before the class; `null` where all slides are. */
  currentSlide(): Element | null;
}

/** What buttons, keys and menus do to steps: live where it can be, else a replay. */
export class Demo {
  readonly #parts: DemoParts;
  #rows: StepRows | null = null;
  #link: HelperLink | null = null;
  #chosen: string | null = null;
  /** The teacher would rather replay than approve. */
  #onlyReplays = false;
  /** Steps that are replayed while the helper still ends their run: that end is not shown. */
  readonly #outrun = new Set<string>();

  constructor(parts: DemoParts) {
    this.#parts = parts;
  }

  useRows(rows: StepRows): void {
    this.#rows = rows;
    rows.offerReplay(!this.isLive);
  }

  useLink(link: HelperLink): void {
    this.#link = link;
  }

  get isLive(): boolean {
    return this.#link !== null && this.#link.obstacle === null && !this.#onlyReplays;
  }

  /** Says on each button whether it runs or replays. */
  updateOffer(): void {
    this.#rows?.offerReplay(!this.isLive);
  }

  request(step: DeckStep, request: RunRequest): void {
    this.#chosen = step.id;
    if (request.what === 'menu') openMenu(request.anchor, this.#menu(step));
    else void this.press(step);
  }

  /** The main action of a step's button: run, or what there is to do with one that is being shown. */
  async press(step: DeckStep): Promise<void> {
    const { views, player } = this.#parts;
    const { state } = views.get(step.id);
    if (state === 'running') this.#stopStep(step);
    else if (state === 'open') await this.#enterStep(step);
    else if (state === 'replaying') player.finish();
    else if (this.isLive) await this.#run(step);
    else await this.#replay(step);
  }

  async runNext(): Promise<void> {
    const { words, views, lesson } = this.#parts;
    const steps = this.#stepsHere();
    const next = views.next(steps);
    const step = next && lesson.step(next);
    if (!step) return say(steps.length > 0 ? words.noNext : words.nothingHere);
    this.#chosen = step.id;
    await this.press(step);
  }

  /** Stops what runs, or brings what is replayed to its end. */
  stop(): void {
    const { views, player, lesson } = this.#parts;
    const busy = lesson.data.steps.filter(({ id }) => isBusy(views.get(id)));
    const step = busy.find(({ id }) => id === this.#chosen) ?? busy.at(-1);
    if (!step) return;
    if (views.get(step.id).state === 'replaying') player.finish();
    else this.#stopStep(step);
  }

  /** Shows the recording of the step that was chosen last, instead of what happened live. */
  async showRecording(wanted: 'recording' | 'author' = 'recording'): Promise<void> {
    const step = this.#stepHere();
    if (!step) return say(this.#parts.words.nothingHere);
    await this.#replay(step, wanted);
  }

  async copy(): Promise<void> {
    const step = this.#stepHere();
    if (step) await copyCommand(step.command, this.#parts.words);
    else say(this.#parts.words.nothingHere);
  }

  toggleOutputs(): void {
    this.#rows?.toggleOutputs(this.#parts.currentSlide() ?? document);
  }

  async enterTerminal(): Promise<void> {
    const { terminal, words } = this.#parts;
    if (!terminal.panel.hasScreen) return say(words.noTerminal);
    await terminal.panel.enter();
  }

  /** Connected: takes over where every step and every terminal stands. */
  catchUp({ steps, terminals }: Pick<Welcome, 'steps' | 'terminals'>): void {
    const { terminal, views } = this.#parts;
    for (const { terminal: number, from, bytes } of terminals) terminal.begin(number, from, bytes);
    for (const id of this.#liveSteps()) if (!steps.some(({ step }) => step === id)) views.forget(id);
    for (const status of steps) this.take(status);
  }

  /** The session is another one: every step waits again. */
  forget(): void {
    this.#parts.views.clear();
  }

  /** Shows where the helper says that a step stands. */
  take(status: StepStatus): void {
    const { views, words, terminal, lesson } = this.#parts;
    const before = views.get(status.step);
    const isEnd = status.state === 'done' || status.state === 'failed' || status.state === 'stopped';
    if (this.#outrun.has(status.step)) {
      this.#outrun.delete(status.step);
      if (isEnd) return;
    }
    views.set(status.step, viewStatus(status, before, performance.now()));
    const step = lesson.step(status.step);
    const { shows, offersRecording, says } = followStatus(status, before, words.failedHint);
    if (shows !== null && step) void this.#showLive(shows, this.#row(step));
    terminal.panel.offerRecording(offersRecording);
    if (says !== '') say(says);
  }

  async #run(step: DeckStep): Promise<void> {
    if (!(await this.#isApproved())) return this.#onlyReplays ? this.#replay(step) : undefined;
    const values = await this.#askValues(step);
    if (!values) return;
    this.#outrun.delete(step.id);
    // Before the helper has said where it runs: the terminal has its size then when the command is typed.
    const shown = this.#showLive(step.terminal, this.#row(step));
    this.#link!.send({ type: 'run', step: step.id, values });
    await shown;
  }

  async #isApproved(): Promise<boolean> {
    const approval = this.#link?.approval;
    if (!approval) return true;
    const { askApproval } = await import('../dialogs/approval.ts');
    const decision = await askApproval(approval, this.#parts.words);
    if (decision === 'replay') {
      this.#onlyReplays = true;
      this.updateOffer();
    }
    return decision === 'approve' && this.#link!.approve(approval);
  }

  async #askValues(step: DeckStep): Promise<Record<string, string> | null> {
    if (step.placeholders.length === 0) return {};
    const { askValues } = await import('../dialogs/values.ts');
    return askValues(step, this.#parts.words);
  }

  async #replay(step: DeckStep, wanted: 'recording' | 'author' = 'recording'): Promise<void> {
    const { views, player, terminal } = this.#parts;
    const { state } = views.get(step.id);
    if (state === 'running' || state === 'open') {
      this.#stopStep(step);
      this.#outrun.add(step.id);
    }
    terminal.panel.offerRecording(false);
    await player.play(step, this.#row(step), wanted);
  }

  #stopStep(step: DeckStep): void {
    const { terminal } = this.#parts.views.get(step.id);
    if (terminal !== null) this.#link?.send({ type: 'stop', terminal });
  }

  /** What is typed goes to the program of this step, which may not be in the terminal that was shown last. */
  async #enterStep(step: DeckStep): Promise<void> {
    const { terminal } = this.#parts.views.get(step.id);
    if (terminal !== null) await this.#showLive(terminal, this.#row(step));
    await this.#parts.terminal.panel.enter();
  }

  #showLive(number: number, row: Element | null): Promise<void> {
    const { terminal, words } = this.#parts;
    return terminal.showLive(number, makeLiveBadge(this.#link?.engine ?? '', words), row);
  }

  #menu(step: DeckStep): MenuItem[] {
    const { words, views, lesson } = this.#parts;
    const facts = {
      view: views.get(step.id),
      isLive: this.isLive,
      hasRecording: lesson.recording(step.id) !== null,
      hasOutput: step.output !== '',
    };
    return listStepActions(facts, words, {
      stop: () => this.stop(),
      press: () => void this.press(step),
      enter: () => void this.#enterStep(step),
      showRecording: () => void this.showRecording(),
      showAuthor: () => void this.showRecording('author'),
      toggleOutput: () => this.#rows?.toggleOutput(this.#row(step)),
      copy: () => void this.copy(),
    });
  }

  /** The step that has the focus, or was chosen last on this slide, or comes next. */
  #stepHere(): DeckStep | null {
    const { views, lesson } = this.#parts;
    const steps = this.#stepsHere();
    const focused = document.activeElement?.closest<HTMLElement>('.step[data-step]')?.dataset['step'];
    const chosen = [focused, this.#chosen].find((id) => id && steps.includes(id));
    const id = chosen ?? views.next(steps) ?? steps.at(-1);
    return id ? lesson.step(id) : null;
  }

  #stepsHere(): string[] {
    return this.#rows?.stepsOf(this.#parts.currentSlide() ?? document) ?? [];
  }

  #row(step: DeckStep): HTMLElement | null {
    return this.#rows?.find(step.id, this.#parts.currentSlide()) ?? null;
  }

  #liveSteps(): string[] {
    const { views, lesson } = this.#parts;
    return lesson.data.steps
      .map(({ id }) => id)
      .filter((id) => views.get(id).source === 'live' && views.get(id).state !== 'waiting');
  }
}
