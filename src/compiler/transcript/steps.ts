import { readStatement } from '../../shell/command.ts';
import { findPlaceholders } from '../../shell/placeholders.ts';
import type { Step } from '../model.ts';
import { findReason } from './attended.ts';
import type { CommandDraft } from './draft.ts';
import type { StepOptions } from './options.ts';
import type { Place } from './sessions.ts';
import type { StepNames } from './step-id.ts';

/** Everything that a step is made of. */
export interface StepParts {
  draft: CommandDraft;
  output: string;
  line: number;
  place: Place;
  options: StepOptions;
  names: StepNames;
}

/** Makes the step of one command. */
export function makeStep({ draft, output, line, place, options, names }: StepParts): Step {
  const { command } = draft;
  const session = typeof place === 'string' ? null : place;
  const shell = session === null || session.program.speaks === 'shell';
  const does = shell ? draft.does : readStatement(command);
  const placeholders = shell ? findPlaceholders(command) : [];
  const root = draft.prompt?.root ?? false;
  const attended = shell ? findReason(does, placeholders, { host: session === null, root, output }) : null;
  return {
    id: names.next(command, session?.command ?? ''),
    line,
    prompt: draft.prompt?.text ?? '',
    command,
    does,
    inside: session?.step ?? null,
    insideName: session?.program.name ?? '',
    output,
    interactive: does.opens !== null || attended === 'editor' || attended === 'input',
    images: [...new Set(does.engine.flatMap(({ images }) => images))],
    placeholders,
    attended,
    ...options,
  };
}
