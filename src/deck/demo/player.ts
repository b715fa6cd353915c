import type { DeckStep, RecordingInfo } from '../../protocol/deck-data.ts';
import type { RecordingEvent } from '../../recording/recording.ts';
import { say } from '../status-line.ts';
import { makeReplayBadge } from '../terminal/badge.ts';
import type { DeckTerminal } from '../terminal/deck-terminal.ts';
import { writeScript } from '../terminal/script.ts';
import type { Words } from '../words/words.ts';
import type { DeckLesson } from './deck-lesson.ts';
import type { Source } from './step-view.ts';
import type { StepViews } from './step-views.ts';

export interface PlayerOptions {
  lesson: DeckLesson;
  terminal: DeckTerminal;
  views: StepViews;
  words: Words;
}

/** Replays steps: the recording where there is one that can be read, else the page's own output. */
export class Player {
  readonly #options: PlayerOptions;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  /** Resolves when it was played to its end. `wanted` chooses the page's output over a recording. */
  async play(
    step: DeckStep,
    row: Element | null,
    wanted: 'recording' | 'author' = 'recording',
  ): Promise<void> {
    const { lesson, terminal, views, words } = this.#options;
    const info = wanted === 'recording' ? lesson.recording(step.id) : null;
    const recorded = info && (await load(info, step, words));
    const events = recorded?.events ?? null;
    const source: Source = recorded ? 'recording' : 'author';
    const { printed } = views.get(step.id);
    const shared = { since: performance.now(), source, terminal: null, note: '', printed };
    views.set(step.id, { ...shared, state: 'replaying', exit: null, milliseconds: 0 });
    await terminal.showReplay(makeReplayBadge(events ? info : null, lesson.data.lang, words), row);
    await terminal.replay.play((atLineStart) => writeScript(step, events, atLineStart));
    if (views.get(step.id).since !== shared.since) return;
    views.set(step.id, {
      ...shared,
      state: 'replayed',
      exit: (events && info?.exit) ?? step.exit,
      milliseconds: info?.milliseconds ?? 0,
      printed: recorded?.printed ?? null,
    });
  }

  /** Jumps to the end of what is being played. */
  finish(): void {
    this.#options.terminal.replay.finish();
  }
}

interface Recorded {
  events: RecordingEvent[];
  /** What they leave on a terminal. */
  printed: string;
}

/** What was recorded; `null`, and a word about it, when it can't be had. */
async function load({ href }: RecordingInfo, step: DeckStep, words: Words): Promise<Recorded | null> {
  try {
    const [{ parseAsciicast }, { joinOutput, showPrinted }, answer] = await Promise.all([
      import('../../recording/asciicast.ts'),
      import('../../recording/printed.ts'),
      fetch(href),
    ]);
    if (!answer.ok) throw new Error(String(answer.status));
    const { events } = parseAsciicast(await answer.text());
    return { events, printed: showPrinted(joinOutput(events), step) };
  } catch {
    say(words.unreadable);
    return null;
  }
}
