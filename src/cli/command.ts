import type { ArgsDef, CommandContext, CommandDef } from 'citty';

/** One command of the command line. `run` gives the exit status. */
// biome-ignore lint/suspicious/noExplicitAny: a command of whatever arguments, as citty types it.
export interface Command<T extends ArgsDef = any> extends CommandDef<T> {
  args: T;
  /** It takes any number of paths, not just one. */
  many?: boolean;
  run(context: CommandContext<T>): Promise<number>;
}

/** Declares a command, so that its arguments are typed. What it needs beyond, `run` imports itself. */
export function makeCommand<const T extends ArgsDef>(command: Command<T>): Command<T> {
  return command;
}

/** The path that most commands take. */
export const pathArgument = {
  type: 'positional',
  required: false,
  description: 'A page, a lesson folder or a course folder; without it, slides/',
} as const;

/** `--json`, for programs. */
export const jsonArgument = { type: 'boolean', description: 'Print JSON, for programs' } as const;
