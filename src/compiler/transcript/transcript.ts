import type { CodeBlock, Diagnostic, Step, TranscriptBlock, TranscriptEntry } from '../model.ts';
import { warnAbout } from './clean.ts';
import { type CommandDraft, type Draft, trimBlank } from './draft.ts';
import type { Habit } from './habit.ts';
import { isShownOnly } from './info.ts';
import { judgeLine } from './looks.ts';
import { findMark } from './marks.ts';
import { readOptions, type StepOptions } from './options.ts';
import type { Prompt } from './prompt.ts';
import type { Place, Sessions, Whereabouts } from './sessions.ts';
import type { StepNames } from './step-id.ts';
import { makeStep } from './steps.ts';
import type { CodePlace } from './walk.ts';
import { readWhereabouts } from './whereabouts.ts';

/** What reading a page gathers on its way. */
export interface Reading {
  sessions: Sessions;
  names: StepNames;
  steps: Step[];
  /** The names that were seen as a shell's prompt. */
  shells: Set<string>;
  diagnostics: Diagnostic[];
}

/** What holds for all commands of one block. */
interface BlockView {
  block: CodeBlock;
  shownOnly: boolean;
  forced: boolean;
  options: StepOptions;
  /** What the text before the block says of where it is typed. */
  said: Whereabouts;
}

/** Makes the block of the drafts, and the steps of its commands. */
export function makeTranscript(
  place: CodePlace,
  drafts: Draft[],
  habit: Habit,
  reading: Reading,
): TranscriptBlock {
  const { block } = place;
  const forced = block.attributes.classes.includes('run');
  const view: BlockView = {
    block,
    forced,
    shownOnly: isShownOnly(block) || (!forced && isIllustration(place, drafts, habit)),
    options: readOptions(block.attributes.values),
    said: readWhereabouts(place.lead),
  };
  let first = true;
  const entries = drafts.map((draft) => {
    const entry = makeEntry(draft, view, first, reading);
    first &&= draft.kind !== 'command';
    return entry;
  });
  const { kind: _, fenced: __, ...rest } = block;
  return { ...rest, kind: 'transcript', entries };
}

/** "The right way would be:" before a bare line, on a page whose commands have prompts: nobody types it. */
function isIllustration({ lead }: CodePlace, drafts: Draft[], habit: Habit): boolean {
  const bare = drafts.every((draft) => draft.kind !== 'command' || draft.prompt === null);
  return (
    bare && habit.prompts && /\b(?:sería|serían|would be|podría ser|debería ser|could be)\s*:\s*$/i.test(lead)
  );
}

function makeEntry(draft: Draft, view: BlockView, first: boolean, reading: Reading): TranscriptEntry {
  const line = view.block.textLine + draft.line;
  if (draft.kind === 'command') return makeCommand(draft, line, view, first, reading);
  if (draft.kind !== 'prompt') return { kind: draft.kind, line, text: trimBlank(draft.lines) };
  if (draft.prompt.kind !== 'place') reading.sessions.sawBare(draft.prompt);
  return { kind: 'prompt', line, prompt: draft.prompt.text };
}

function makeCommand(
  draft: CommandDraft,
  line: number,
  view: BlockView,
  first: boolean,
  reading: Reading,
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
  reading.diagnostics.push(...warnAbout(draft, line));
  if (draft.shownOnly || view.shownOnly) return entry;
  const place = findPlace(draft, view.said, first, reading.sessions);
  if (!view.forced && !canRun(place, draft, reading)) return entry;
  const step = makeStep({ draft, output, line, place, options: view.options, names: reading.names });
  reading.steps.push(step);
  reading.sessions.ran(step, draft.prompt === null);
  return { ...entry, step: step.id };
}

function findPlace(
  { prompt, statement, does }: CommandDraft,
  said: Whereabouts,
  first: boolean,
  sessions: Sessions,
): Place {
  if (statement) return sessions.enterOpen();
  return prompt === null ? sessions.enterBare(does, said) : sessions.enter(prompt, !first, does.program);
}

/** Nothing is offered to run that belongs into a program nobody opened, or that would end the host's shell. */
function canRun(place: Place, draft: CommandDraft, { shells }: Reading): boolean {
  const { command, does } = draft;
  if (place === 'unknown' || findMark(command) !== null) return false;
  if (place === 'host' && does.leaves) return false;
  if (/(?:^|\s)(?:\.\.\.|…)$/.test(command)) return false;
  if (draft.prompt?.kind === 'word' && place === 'host' && !isShells(draft.prompt, command, shells))
    return false;
  return draft.prompt?.kind !== 'angle' || place !== 'host' || judgeLine(command) !== 'no';
}

/** A name before a `$` or `#` is a shell's once a command that only a shell knows stood behind it. */
function isShells({ who }: Prompt, command: string, shells: Set<string>): boolean {
  if (judgeLine(command) === 'strong') shells.add(who);
  return shells.has(who);
}
