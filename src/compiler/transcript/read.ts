import type { Block, Diagnostic, Step, TranscriptEntry } from '../model.ts';
import { because, type Reason } from '../reasons/reason.ts';
import { readHabits } from './author-habits.ts';
import { findCode, replaceCode } from './code-places.ts';
import { OpenPrograms } from './open-programs.ts';
import { attachOutput, type LastCommand } from './outputs.ts';
import { splitBlock } from './split.ts';
import { StepNames } from './step-id.ts';
import { type Gathered, makeTranscript } from './transcript.ts';
import { warnOfPrompt } from './unlisted-prompts.ts';

/** The document with its transcripts, and the steps in the page's order. */
export interface Transcripts {
  blocks: Block[];
  steps: Step[];
  /** The transcript that each code block became. */
  became: Map<Block, Block>;
  /** Why a block is a transcript or none, and a command shown only. */
  reasons: Map<Block | TranscriptEntry, Reason>;
  diagnostics: Diagnostic[];
}

/**
 * Finds what is typed on a page: decides for each code block, at any depth, whether it is a transcript,
 * takes it apart into commands, outputs and comments, follows the programs that commands open, and makes
 * a step of each command that can be run. Where a line may be an output it is one.
 */
export function readTranscripts(blocks: Block[]): Transcripts {
  const places = findCode(blocks);
  const habits = readHabits(places);
  const gathered: Gathered = {
    programs: new OpenPrograms(),
    names: new StepNames(),
    steps: [],
    shells: new Set(),
    reasons: new Map(),
    diagnostics: [],
  };
  const became = new Map<Block, Block>();
  let last = null as LastCommand | null;
  for (const place of places) {
    const { drafts, why } = splitBlock(place.block, {
      ...habits,
      mayBeRoot: gathered.programs.mayBeRoot,
      speaks: gathered.programs.top?.program.speaks ?? null,
    });
    gathered.diagnostics.push(...warnOfPrompt(place.block));
    gathered.reasons.set(place.block, why);
    if (drafts === null) {
      if (last !== null && attachOutput(place, last, habits)) {
        gathered.reasons.set(place.block, because('output-of', `${last.step.line}`));
        last = { ...last, answered: place.block };
      }
      continue;
    }
    const before = gathered.steps.length;
    became.set(place.block, makeTranscript(place, drafts, habits, gathered));
    const step = gathered.steps.at(-1);
    if (step !== undefined && gathered.steps.length > before) last = { step, place, answered: null };
  }
  return {
    blocks: replaceCode(blocks, became),
    steps: gathered.steps,
    became,
    reasons: gathered.reasons,
    diagnostics: gathered.diagnostics,
  };
}
