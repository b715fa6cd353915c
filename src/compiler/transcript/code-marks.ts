import { withoutDocuments } from '../../shell/here-documents.ts';
import { judgeLine } from './looks-typed.ts';

/**
 * The first part of a command between backticks that is no command: some pages mark words of code with them. A
 * shell would run it all the same. `null`: there is none.
 */
export function findMark(command: string): string | null {
  if (!command.includes('`')) return null;
  const typed = withoutDocuments(command).replace(/'[^']*'/g, (quoted) => '_'.repeat(quoted.length));
  for (const [mark, inner] of typed.matchAll(/(?<!\\)`((?:[^`\\\n]|\\.)+)`/g))
    if (isMarked(inner!)) return mark;
  return null;
}

/** A path or a variable may well be a program, and for a placeholder one is asked; an option or an address is none. */
function isMarked(inner: string): boolean {
  return !/^[./~$<]/.test(inner) && judgeLine(inner) === 'no';
}
