import { readStatement } from '../../shell/command.ts';
import { findPlaceholders } from '../../shell/placeholders.ts';
import type { Step } from '../model.ts';
import { findReason } from './attended.ts';
import type { CommandDraft } from './entry-drafts.ts';
import type { TypedInto } from './open-programs.ts';
import type { StepNames } from './step-id.ts';
import type { StepOptions } from './step-options.ts';

/** Everything that a step is made of. */
export interface StepParts {
  draft: CommandDraft;
  output: string;
  line: number;
  into: TypedInto;
  options: StepOptions;
  names: StepNames;
}

/** Makes the step of one command. */
export function makeStep({ draft, output, line, into, options, names }: StepParts): Step {
  const { command } = draft;
  const opened = typeof into === 'string' ? null : into;
  const shell = opened === null || opened.program.speaks === 'shell';
  const does = shell ? draft.does : readStatement(command);
  const placeholders = shell ? findPlaceholders(command) : [];
  const root = draft.prompt?.root ?? false;
  const attended = shell ? findReason(does, placeholders, { host: opened === null, root, output }) : null;
  return {
    id: names.next(command, opened?.command ?? ''),
    line,
    prompt: draft.prompt?.text ?? '',
    command,
    does,
    inside: opened?.step ?? null,
    insideName: opened?.program.name ?? '',
    output,
    interactive: does.opens !== null || attended === 'editor' || attended === 'input',
    images: [...new Set(does.engine.flatMap(({ images }) => images))],
    placeholders,
    attended,
    ...options,
  };
}
