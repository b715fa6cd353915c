import type { Diagnostic } from '../../model.ts';
import { findImages, findMadeImages } from '../../transcript/images.ts';
import { makeDiagnostic } from '../codes.ts';
import {
  type EngineCommand,
  engineCommands,
  isMeantToFail,
  isUnknownWord,
  plainWords,
} from '../engine-commands.ts';
import type { Rule } from '../subject.ts';

/** Images that are used after the page removed them. */
export const findRemovedImages: Rule = ({ lesson, find }) => {
  const removed = new Map<string, number>();
  const found: Diagnostic[] = [];
  for (const step of lesson.steps) {
    const commands = engineCommands(step);
    for (const made of commands.length > 0 ? findMadeImages(step.command) : []) removed.delete(tagged(made));
    for (const command of isMeantToFail(step) ? [] : commands) {
      if (command.verb === 'pull' || command.verb === 'load') forget(command, removed);
      else if (command.verb === 'rmi') remember(command, step.line, removed);
      else {
        for (const image of usedBy(command)) {
          const line = removed.get(tagged(image));
          if (line === undefined) continue;
          found.push(makeDiagnostic('removed-image', find(image, step.line), image, String(line)));
          // From here on it is there again, or the teacher knows.
          removed.delete(tagged(image));
        }
      }
    }
  }
  return found;
};

function usedBy({ verb, args }: EngineCommand): string[] {
  return findImages(['docker', verb, ...args.map(quote)].join(' '));
}

function remember({ args }: EngineCommand, line: number, removed: Map<string, number>): void {
  for (const word of plainWords(args)) if (!isUnknownWord(word)) removed.set(tagged(word), line);
}

function forget({ args }: EngineCommand, removed: Map<string, number>): void {
  const words = plainWords(args);
  if (words.length === 0) removed.clear();
  for (const word of words) removed.delete(tagged(word));
}

/** A reference without a tag means `latest`. */
function tagged(image: string): string {
  return /:[^/]*$|@/.test(image) ? image : `${image}:latest`;
}

function quote(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
