import { stripVTControlCharacters } from 'node:util';
import { type CommandDef, parseArgs, renderUsage } from 'citty';
import { packageVersion } from '../system/package-root.ts';
import { complain, draw, print } from '../system/say.ts';
import { UsageError } from '../system/usage-error.ts';
import { UnwritablePath } from '../system/writable-folder.ts';
import { checkArguments } from './check-arguments.ts';
import { commands } from './commands.ts';

/**
 * Runs one command line and gives its exit status: 0 done, 1 something found or gone wrong, 2 wrong usage
 * or unreadable input. Results go to standard output, everything else to standard error.
 */
export async function runCli(rawArgs: string[]): Promise<number> {
  try {
    return await dispatch(rawArgs);
  } catch (error) {
    return report(error as Error);
  }
}

async function dispatch([name, ...rest]: string[]): Promise<number> {
  if (name === '--version' || name === '-v') {
    print(`${packageVersion()}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h') return show(await overview());
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (!load)
    return refuse(name === undefined ? 'no command given' : `unknown command ${name}`, await overview());
  const command = await load();
  if (rest.some((arg) => arg === '--help' || arg === '-h')) return show(command, parent);
  const mistake = checkArguments(rest, command.args, command.many);
  if (mistake) return refuse(mistake, command, parent);
  return command.run({ rawArgs: rest, args: parseArgs(rest, command.args), cmd: command });
}

const parent: CommandDef = { meta: { name: 'capas' } };

/** The command that has all others below it, loaded in full for its usage only. */
async function overview(): Promise<CommandDef> {
  const loaded = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => [name, await load()] as const),
  );
  return {
    meta: {
      name: 'capas',
      version: packageVersion(),
      description:
        'Presents a Markdown lesson as a deck whose commands run live, in a real shell, or replay.',
    },
    subCommands: Object.fromEntries(loaded) as Record<string, CommandDef>,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a command of whatever arguments, as citty types it.
async function show(command: CommandDef<any>, above?: CommandDef): Promise<number> {
  draw(`${dress(await renderUsage(command, above), process.stdout)}\n`, process.stdout);
  return 0;
}

/** Colours are for terminals, and for people who want them (no-color.org). */
function dress(usage: string, stream: NodeJS.WriteStream): string {
  return stream.isTTY && !process.env['NO_COLOR'] ? usage : stripVTControlCharacters(usage);
}

// biome-ignore lint/suspicious/noExplicitAny: a command of whatever arguments, as citty types it.
async function refuse(mistake: string, command: CommandDef<any>, above?: CommandDef): Promise<number> {
  const usage = dress(await renderUsage(command, above), process.stderr);
  draw(`${usage}\n\n`, process.stderr);
  complain(`capas: ${mistake}\n`);
  return 2;
}

function report(error: Error): number {
  const debug = process.env['DEBUG'] === 'capas';
  complain(`capas: ${debug ? (error.stack ?? error.message) : error.message}\n`);
  return error instanceof UsageError || error instanceof UnwritablePath ? 2 : 1;
}
