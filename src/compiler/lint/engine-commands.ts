import { type SimpleCommand, splitCommand } from '../../shell/simple-commands.ts';
import type { Step } from '../model.ts';

/** One command to a container engine: `docker container rm -f web` is `rm` with `-f web`. */
export interface EngineCommand {
  verb: string;
  args: string[];
}

const ENGINES = new Set(['docker', 'podman', 'nerdctl']);
const GROUPS = new Set(['container', 'image', 'buildx']);

/**
 * What a step asks of the engine, as far as it succeeds: nothing for lines typed into a program, nor for
 * steps that are meant to fail.
 */
export function engineCommands(step: Step): EngineCommand[] {
  if (step.inside !== null) return [];
  return splitCommand(step.command).flatMap((command) => readCommand(command) ?? []);
}

/** Whether the step fails, as its author knows: the page says so, or the output shows it. */
export function isMeantToFail(step: Step): boolean {
  return step.exit !== 0 || /^(?:docker: )?Error\b|^(?:Unable|unable) to /m.test(step.output);
}

/** A word that the shell, or the learner, puts a value in place of. */
export function isUnknownWord(word: string): boolean {
  return /[$`‹›<>*]/.test(word);
}

/** The words that are neither options nor values of options that take one. */
export function plainWords(args: string[]): string[] {
  return args.filter((arg) => !arg.startsWith('-'));
}

function readCommand({ name, args }: SimpleCommand): EngineCommand | null {
  if (!ENGINES.has(name)) return null;
  const [first = '', second = ''] = args;
  if (!GROUPS.has(first)) return { verb: first, args: args.slice(1) };
  const removesImage = first === 'image' && (second === 'rm' || second === 'remove');
  return { verb: removesImage ? 'rmi' : second, args: args.slice(2) };
}
