import { type SimpleCommand, splitCommand } from '../../shell/simple-commands.ts';
import { containerValued, optionValue, withoutOptions } from './program.ts';

/** The image references that a command line names (`httpd:2.4`), once each. */
export function findImages(command: string): string[] {
  const found = splitCommand(command).flatMap((simple) => (isEngine(simple) ? imagesOf(simple.args) : []));
  return [...new Set(found)].filter(isReference);
}

/** The references that a command line makes itself, so that no registry has to have them. */
export function findMadeImages(command: string): string[] {
  return splitCommand(command).flatMap(({ name, args }) => {
    if (!isEngine({ name })) return [];
    const verb = args[0] === 'image' || args[0] === 'buildx' || args[0] === 'container' ? args[1] : args[0];
    if (verb === 'build')
      return [optionValue(args, '-t') ?? optionValue(args, '--tag') ?? ''].filter(isReference);
    if (verb === 'tag' || verb === 'commit') return [args.at(-1)!].filter(isReference);
    return [];
  });
}

function isEngine({ name }: Pick<SimpleCommand, 'name'>): boolean {
  return name === 'docker' || name === 'podman' || name === 'nerdctl';
}

/** Which of a subcommand's words are images. */
const subcommands: Record<string, (words: string[]) => string[]> = {
  run: (words) => words.slice(0, 1),
  create: (words) => words.slice(0, 1),
  pull: (words) => words,
  rmi: (words) => words,
  history: (words) => words.slice(0, 1),
  tag: (words) => words.slice(0, 1),
  save: (words) => words,
  /** It may name a container as well: only what has a tag or a repository is surely an image. */
  inspect: (words) => words.filter((word) => /[:/]/.test(word)),
  'image inspect': (words) => words,
  'image rm': (words) => words,
};

function imagesOf(args: string[]): string[] {
  const grouped = args[0] === 'image' || args[0] === 'container';
  const verb = (grouped ? args[1] : args[0]) ?? '';
  const rest = args.slice(grouped ? 2 : 1);
  const find =
    subcommands[`${args[0]} ${verb}`] ?? (isForeign(args[0], verb) ? undefined : subcommands[verb]);
  if (find === undefined) return [];
  const valued =
    verb === 'run' || verb === 'create' ? containerValued : /^(?:-[fot]|--(?:format|output|type|platform))$/;
  return find(withoutOptions(rest, valued));
}

/** `container inspect` and `container rm` name containers. */
function isForeign(group: string | undefined, verb: string): boolean {
  return group === 'container' && verb !== 'run' && verb !== 'create';
}

/** The grammar of a reference (distribution's `reference` package), without variables and placeholders. */
function isReference(word: string): boolean {
  return (
    /^[a-z0-9][a-z0-9._/:-]*(?::[\w][\w.-]*)?(?:@sha256:[0-9a-f]+)?$/.test(word) &&
    !/^[0-9a-f]{12}$|^[0-9a-f]{64}$/.test(word)
  );
}
