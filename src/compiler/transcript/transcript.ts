import type {
  Block,
  CodeBlock,
  CommandEntry,
  Diagnostic,
  Step,
  TranscriptBlock,
  TranscriptEntry,
} from '../model.ts';
import { because, type Reason, type ReasonCode } from '../reasons/reason.ts';
import type { AuthorHabits } from './author-habits.ts';
import { isShownOnly } from './code-kind.ts';
import { findMark } from './code-marks.ts';
import type { CodePlace } from './code-places.ts';
import { warnAbout } from './command-warnings.ts';
import { type CommandDraft, type EntryDraft, trimBlank } from './entry-drafts.ts';
import { judgeLine } from './looks-typed.ts';
import { makeStep } from './make-step.ts';
import type { OpenPrograms, TypedInto, Whereabouts } from './open-programs.ts';
import type { Prompt } from './prompt.ts';
import type { StepNames } from './step-id.ts';
import { readOptions, type StepOptions } from './step-options.ts';
import { readWhereabouts } from './whereabouts.ts';

/** What is gathered on the way through a page. */
export interface Gathered {
  programs: OpenPrograms;
  names: StepNames;
  steps: Step[];
  /** The names that were seen as a shell's prompt. */
  shells: Set<string>;
  /** Why a block is a transcript or none, and a command shown only. */
  reasons: Map<Block | TranscriptEntry, Reason>;
  diagnostics: Diagnostic[];
}

/** What holds for all commands of one block. */
interface BlockView {
  block: CodeBlock;
  /** Why its commands are shown only, or `null`. */
  shownOnly: ReasonCode | null;
  forced: boolean;
  options: StepOptions;
  /** What the text before the block says of where it is typed. */
  said: Whereabouts;
}

/** Makes the block of the drafts, and the steps of its commands. */
export function makeTranscript(
  place: CodePlace,
  drafts: EntryDraft[],
  habits: AuthorHabits,
  gathered: Gathered,
): TranscriptBlock {
  const { block } = place;
  const forced = block.attributes.classes.includes('run');
  const view: BlockView = {
    block,
    forced,
    shownOnly: findShownOnly(place, drafts, habits),
    options: readOptions(block.attributes.values),
    said: readWhereabouts(place.lead),
  };
  let first = true;
  const entries = drafts.map((draft) => {
    const entry = makeEntry(draft, view, first, gathered);
    first &&= draft.kind !== 'command';
    return entry;
  });
  const { kind: _, fenced: __, ...rest } = block;
  return { ...rest, kind: 'transcript', entries };
}

function findShownOnly(place: CodePlace, drafts: EntryDraft[], habits: AuthorHabits): ReasonCode | null {
  if (isShownOnly(place.block)) return 'no-run';
  const forced = place.block.attributes.classes.includes('run');
  return !forced && isIllustration(place, drafts, habits) ? 'illustration' : null;
}

/** "The right way would be:" before a bare line, on a page whose commands have prompts: nobody types it. */
function isIllustration({ lead }: CodePlace, drafts: EntryDraft[], habits: AuthorHabits): boolean {
  const bare = drafts.every((draft) => draft.kind !== 'command' || draft.prompt === null);
  return (
    bare &&
    habits.prompts &&
    /\b(?:sería|serían|would be|podría ser|debería ser|could be)\s*:\s*$/i.test(lead)
  );
}

function makeEntry(draft: EntryDraft, view: BlockView, first: boolean, gathered: Gathered): TranscriptEntry {
  const line = view.block.textLine + draft.line;
  if (draft.kind === 'command') return makeCommand(draft, line, view, first, gathered);
  if (draft.kind !== 'prompt') return { kind: draft.kind, line, text: trimBlank(draft.lines) };
  if (draft.prompt.kind !== 'location') gathered.programs.sawBare(draft.prompt);
  return { kind: 'prompt', line, prompt: draft.prompt.text };
}

function makeCommand(
  draft: CommandDraft,
  line: number,
  view: BlockView,
  first: boolean,
  gathered: Gathered,
): TranscriptEntry {
  const { command } = draft;
  const output = trimBlank(draft.output);
  const entry = {
    kind: 'command' as const,
    line,
    prompt: draft.prompt?.text ?? '',
    command,
    output,
    step: null,
  };
  gathered.diagnostics.push(...warnAbout(draft, line));
  const shownOnly = draft.shownOnly ?? view.shownOnly;
  if (shownOnly !== null) return leave(entry, shownOnly, gathered);
  const into = enterProgram(draft, view.said, first, gathered.programs);
  const obstacle = view.forced ? null : findObstacle(into, draft, gathered);
  if (obstacle !== null) return leave(entry, obstacle, gathered);
  const step = makeStep({ draft, output, line, into, options: view.options, names: gathered.names });
  gathered.steps.push(step);
  gathered.programs.ran(step, draft.prompt === null);
  return { ...entry, step: step.id };
}

/** Shows the command without a step, and notes why. */
function leave(entry: CommandEntry, why: ReasonCode, { reasons }: Gathered): CommandEntry {
  reasons.set(entry, because(why));
  return entry;
}

/** Goes where a command is typed. */
function enterProgram(
  { prompt, statement, does }: CommandDraft,
  said: Whereabouts,
  first: boolean,
  programs: OpenPrograms,
): TypedInto {
  if (statement) return programs.enterOpen();
  return prompt === null ? programs.enterBare(does, said) : programs.enter(prompt, !first, does.program);
}

/** Why nothing is offered to run: it belongs into a program nobody opened, or would end the host's shell. */
function findObstacle(into: TypedInto, draft: CommandDraft, { shells }: Gathered): ReasonCode | null {
  const { command, does, prompt } = draft;
  if (into === 'unknown') return 'nobody-opened';
  if (findMark(command) !== null) return 'code-marks';
  if (into === 'host' && does.leaves) return 'leaves-host';
  if (/(?:^|\s)(?:\.\.\.|…)$/.test(command)) return 'elided';
  if (into !== 'host') return null;
  if (prompt?.kind === 'word' && !isShells(prompt, command, shells)) return 'unknown-shell';
  return prompt?.kind === 'angle' && judgeLine(command) === 'no' ? 'angle' : null;
}

/** A name before a `$` or `#` is a shell's once a command that only a shell knows stood behind it. */
function isShells({ who }: Prompt, command: string, shells: Set<string>): boolean {
  if (judgeLine(command) === 'strong') shells.add(who);
  return shells.has(who);
}
