import type { Block, Diagnostic, Step } from '../model.ts';
import { readHabit } from './habit.ts';
import { attachOutput, type LastCommand } from './outputs.ts';
import { Sessions } from './sessions.ts';
import { splitBlock } from './split.ts';
import { StepNames } from './step-id.ts';
import { makeTranscript, type Reading } from './transcript.ts';
import { warnOfPrompt } from './unlisted.ts';
import { findCode, replaceCode } from './walk.ts';

/** The document with its transcripts, and the steps in the page's order. */
export interface Transcripts {
  blocks: Block[];
  steps: Step[];
  /** The transcript that each code block became. */
  became: Map<Block, Block>;
  diagnostics: Diagnostic[];
}

/**
 * Finds what is typed on a page: decides for each code block, at any depth, whether it is a transcript,
 * takes it apart into commands, outputs and comments, follows the programs that commands open, and makes
 * a step of each command that can be run. Where a line may be an output it is one.
 */
export function readTranscripts(blocks: Block[]): Transcripts {
  const places = findCode(blocks);
  const habit = readHabit(places);
  const reading: Reading = {
    sessions: new Sessions(),
    names: new StepNames(),
    steps: [],
    shells: new Set(),
    diagnostics: [],
  };
  const became = new Map<Block, Block>();
  let last = null as LastCommand | null;
  for (const place of places) {
    const drafts = splitBlock(place.block, {
      ...habit,
      mayBeRoot: reading.sessions.mayBeRoot,
      speaks: reading.sessions.top?.program.speaks ?? null,
    });
    reading.diagnostics.push(...warnOfPrompt(place.block));
    if (drafts === null) {
      if (last !== null && attachOutput(place, last, habit)) last = { ...last, answered: place.block };
      continue;
    }
    const before = reading.steps.length;
    became.set(place.block, makeTranscript(place, drafts, habit, reading));
    const step = reading.steps.at(-1);
    if (step !== undefined && reading.steps.length > before) last = { step, place, answered: null };
  }
  return {
    blocks: replaceCode(blocks, became),
    steps: reading.steps,
    became,
    diagnostics: reading.diagnostics,
  };
}
