import type { DeckData, DeckStep, RecordingInfo } from '../../protocol/deck-data.ts';

/** The lesson that the page carries now; the page may change while it is presented. */
export class DeckLesson {
  #data: DeckData;
  #steps: Map<string, DeckStep>;

  constructor(data: DeckData) {
    this.#data = data;
    this.#steps = indexSteps(data);
  }

  get data(): DeckData {
    return this.#data;
  }

  replace(data: DeckData): void {
    this.#data = data;
    this.#steps = indexSteps(data);
  }

  step(id: string): DeckStep | null {
    return this.#steps.get(id) ?? null;
  }

  recording(id: string): RecordingInfo | null {
    return this.#data.recordings[id] ?? null;
  }
}

function indexSteps({ steps }: DeckData): Map<string, DeckStep> {
  return new Map(steps.map((step) => [step.id, step]));
}
