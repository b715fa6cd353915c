import type { CodeBlock, Step } from '../model.ts';
import type { AuthorHabits } from './author-habits.ts';
import { readKind } from './code-kind.ts';
import type { CodePlace } from './code-places.ts';
import { dedent } from './split.ts';

/** The command that an output fence may belong to. */
export interface LastCommand {
  step: Step;
  place: CodePlace;
  /** The fence that was already taken for its output. */
  answered: CodeBlock | null;
}

/** Words with which a lesson announces what a command prints. */
const announces =
  /\b(?:output|outputs?:|see|shows?|prints?|displays?|returns?|results?|looks? like|similar|salida|resultado|ver[aá]s?|vemos|veremos|muestra|mostrar[aá]|obten\w+|devuelve|aparece\w*)\b/i;

/** Gives a fence without commands to the command before it, when it is what that command prints. */
export function attachOutput(place: CodePlace, last: LastCommand, habits: AuthorHabits): boolean {
  if (last.answered !== null || last.step.output !== '' || last.step.attended === 'editor') return false;
  if (!belongs(place, last, habits)) return false;
  last.step.output = dedent(place.block.text)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+|(?:\n[ \t]*)+$/g, '');
  return true;
}

function belongs(place: CodePlace, last: LastCommand, habits: AuthorHabits): boolean {
  const kind = readKind(place.block);
  const adjacent = place.previous === last.place.block;
  const sameSection = place.headings === last.place.headings;
  if (kind === 'output') return sameSection;
  if (kind === 'file') return adjacent && place.block.language === 'json';
  if (kind === 'shell') return adjacent || (sameSection && announces.test(place.lead));
  if (kind === 'foreign') return false;
  if (adjacent) return true;
  return habits.typed && sameSection && (announces.test(place.lead) || isTable(place.block.text));
}

/** A row of column titles, as `docker ps` and `kubectl get` print it. */
function isTable(text: string): boolean {
  return /^\s*[A-Z][A-Z]+(?: [A-Z]+)*(?: {2,}|\t+)[A-Z][A-Z]+(?:[ \t][A-Z \t()/-]*)?(?:\n|$)/.test(text);
}
