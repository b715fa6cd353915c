import { hasFlag, optionValue, optionValues } from './arguments.ts';
import { type EngineCommand, readEngineCommand } from './engine-command.ts';
import type { SimpleCommand } from './simple-commands.ts';

/** One thing that a command asks of a container engine. Plain data. */
export interface EngineCall {
  /** `run`, `rm` (also for `container rm`), `rmi` (for `image rm`), `volume create`, `compose up`. */
  verb: string;
  /** What it is about: containers, images, services. */
  words: string[];
  /** The name that it gives to the container that it makes. */
  container: string | null;
  /** Whether that container runs on when the command has ended. */
  detached: boolean;
  /** Whether the engine removes that container as soon as it has ended. */
  removed: boolean;
  /** The images that it needs, and those that it makes itself. */
  images: string[];
  makes: string[];
}

/** What a simple command asks of an engine; `null` when it speaks to none. */
export function readEngineCall(simple: SimpleCommand): EngineCall | null {
  const command = readEngineCommand(simple);
  if (command === null) return null;
  const { verb, options, words } = command;
  const makesContainer = verb === 'run' || verb === 'create' || verb === 'compose run';
  return {
    verb,
    words,
    container: makesContainer ? optionValue(options, '--name') : null,
    detached: verb === 'run' && hasFlag(options, 'd', 'detach'),
    removed: makesContainer && hasFlag(options, '', 'rm'),
    images: imagesOf(command).filter(isReference),
    makes: madeBy(command).filter(isReference),
  };
}

function imagesOf({ verb, words }: EngineCommand): string[] {
  switch (verb) {
    case 'run':
    case 'create':
    case 'history':
    case 'tag':
      return words.slice(0, 1);
    case 'pull':
    case 'rmi':
    case 'save':
    case 'image inspect':
      return words;
    case 'inspect':
      // It may name a container as well: only what has a tag or a repository is surely an image.
      return words.filter((word) => word.includes(':') || word.includes('/'));
    default:
      return [];
  }
}

function madeBy({ verb, options, words }: EngineCommand): string[] {
  if (verb === 'build') return optionValues(options, '-t', '--tag');
  return verb === 'tag' || verb === 'commit' ? words.slice(1, 2) : [];
}

/** The grammar of a reference (distribution's `reference` package), without variables, placeholders and ids. */
function isReference(word: string): boolean {
  return (
    /^[a-z0-9][a-z0-9._/:-]*(?::[\w][\w.-]*)?(?:@sha256:[0-9a-f]+)?$/.test(word) &&
    !/^[0-9a-f]{12}$|^[0-9a-f]{64}$/.test(word)
  );
}
