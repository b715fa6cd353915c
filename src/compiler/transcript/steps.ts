import { findPlaceholders } from '../../shell/placeholders.ts';
import type { Step } from '../model.ts';
import { findReason } from './attended.ts';
import type { CommandDraft } from './draft.ts';
import { findImages } from './images.ts';
import type { StepOptions } from './options.ts';
import { findProgram } from './program.ts';
import type { Place } from './sessions.ts';
import type { StepNames } from './step-id.ts';

/** Everything that a step is made of. */
export interface StepParts {
  draft: CommandDraft;
  command: string;
  output: string;
  line: number;
  place: Place;
  options: StepOptions;
  names: StepNames;
}

/** Makes the step of one command. */
export function makeStep({ draft, command, output, line, place, options, names }: StepParts): Step {
  const session = typeof place === 'string' ? null : place;
  const shell = session === null || session.program.speaks === 'shell';
  const opens = shell && findProgram(command) !== null;
  const root = draft.prompt?.root ?? false;
  const attended = findReason(command, { host: session === null, root, output, opens, shell });
  return {
    id: names.next(command, session?.command ?? ''),
    line,
    prompt: draft.prompt?.text ?? '',
    command,
    inside: session?.step ?? null,
    insideName: session?.program.name ?? '',
    output,
    interactive: opens || attended === 'editor' || attended === 'input',
    images: shell ? findImages(command) : [],
    placeholders: shell ? findPlaceholders(command) : [],
    attended,
    ...options,
  };
}
