import type { Diagnostic } from '../../model.ts';
import { containerValued, optionValue, withoutOptions } from '../../transcript/program.ts';
import { makeDiagnostic } from '../codes.ts';
import {
  type EngineCommand,
  engineCommands,
  isMeantToFail,
  isUnknownWord,
  plainWords,
} from '../engine-commands.ts';
import type { Rule } from '../subject.ts';

/** Container names that are given a second time while the first container is still there. */
export const findNamesInUse: Rule = ({ lesson, find }) => {
  const taken = new Map<string, { line: number; untilStopped: boolean }>();
  const found: Diagnostic[] = [];
  for (const step of lesson.steps) {
    if (isMeantToFail(step)) continue;
    for (const command of engineCommands(step)) {
      const name = nameGiven(command);
      const before = name === null ? undefined : taken.get(name);
      if (name !== null && before !== undefined) {
        found.push(makeDiagnostic('name-in-use', find(name, step.line), name, String(before.line)));
      } else if (name !== null && staysBehind(command)) {
        taken.set(name, { line: step.line, untilStopped: hasOption(command.args, '--rm') });
      }
      release(command, taken);
    }
  }
  return found;
};

function nameGiven({ verb, args }: EngineCommand): string | null {
  if (verb !== 'run' && verb !== 'create') return null;
  const name = optionValue(ownOptions(args), '--name');
  return name === null || isUnknownWord(name) ? null : name;
}

/** With `--rm`, a container that is not detached is gone when the next command runs. */
function staysBehind({ verb, args }: EngineCommand): boolean {
  const own = ownOptions(args);
  const detached = own.some((arg) => arg === '--detach' || /^-[a-zA-Z]*d[a-zA-Z]*$/.test(arg));
  return verb === 'create' || detached || !hasOption(own, '--rm');
}

function ownOptions(args: string[]): string[] {
  const [image] = withoutOptions(args, containerValued);
  return image === undefined ? args : args.slice(0, args.lastIndexOf(image));
}

function hasOption(args: string[], option: string): boolean {
  return args.includes(option);
}

function release({ verb, args }: EngineCommand, taken: Map<string, { untilStopped: boolean }>): void {
  const words = plainWords(args);
  if (verb === 'rm') {
    // Nobody can tell which container an id or a substitution means.
    if (words.some((word) => !taken.has(word))) taken.clear();
    for (const word of words) taken.delete(word);
  } else if (verb === 'prune' || verb === 'system') taken.clear();
  else if (verb === 'rename') taken.delete(words[0] ?? '');
  else if (verb === 'stop' || verb === 'kill') {
    for (const word of words) if (taken.get(word)?.untilStopped) taken.delete(word);
  }
}
