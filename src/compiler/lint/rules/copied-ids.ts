import type { Diagnostic, Step } from '../../model.ts';
import { makeDiagnostic } from '../codes.ts';
import type { Rule } from '../subject.ts';

/** Shortest beginning of an id that people type. */
const SHORTEST = 3;

/** Ids in commands that came out of a command on the author's machine. */
export const findCopiedIds: Rule = ({ lesson, find }) => {
  const printed = new Set<string>();
  const found: Diagnostic[] = [];
  for (const step of lesson.steps) {
    for (const id of idsTyped(step)) {
      if (isWhole(id) || [...printed].some((one) => one.startsWith(id))) {
        found.push(makeDiagnostic('copied-id', find(id, step.line), id));
      }
    }
    for (const [id] of step.output.matchAll(/(?<![\w-])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,64}(?![\w-])/g)) {
      printed.add(id);
    }
  }
  return found;
};

/** Words that may be ids: hexadecimal, with letters and digits. A digest behind `@` names an image for everybody. */
function idsTyped({ command }: Step): string[] {
  const typed = command.replace(/@sha256:[0-9a-f]+/g, '').split(/[\s:=/'"`(){},;&|]+/);
  return typed.filter(
    (word) =>
      word.length >= SHORTEST && /^[0-9a-f]{3,64}$/.test(word) && /\d/.test(word) && /[a-f]/.test(word),
  );
}

/** As long as engines print them. */
function isWhole(id: string): boolean {
  return id.length === 12 || id.length === 64;
}
