import { hasFlag, optionValue } from '../arguments.ts';
import type { Behaviour, Family, Knowledge, Look } from '../behaviour.ts';
import { readEngineCall } from '../engine-call.ts';
import { type EngineCommand, readEngineCommand } from '../engine-command.ts';
import { type Language, login, type Program } from '../program.ts';
import { asCommand, type SimpleCommand } from '../simple-commands.ts';
import { isShellName, openIn } from './inner.ts';

const engine: Knowledge = (simple, look) => {
  const command = readEngineCommand(simple)!;
  return { ...doesVerb(command, simple, look), engine: [readEngineCall(simple)!] };
};

/** Programs that speak to a container engine. */
export const engines: Family = {
  docker: engine,
  podman: engine,
  nerdctl: engine,
  'docker-compose': engine,
  'podman-compose': engine,
};

function doesVerb(command: EngineCommand, simple: SimpleCommand, look: Look): Partial<Behaviour> {
  const { verb, options, words } = command;
  const follows = hasFlag(options, 'f', 'follow');
  switch (verb) {
    case 'run':
    case 'exec':
      return inContainer(command, simple, look);
    case 'compose run':
    case 'compose exec':
      return inService(command, simple, look);
    case 'attach':
      return { opens: options.includes('--help') ? null : openIn(words.at(-1) ?? '', [], 'shell') };
    case 'start':
      return { opens: hasFlag(options, 'i', 'interactive') ? openIn(words.at(-1) ?? '', [], 'shell') : null };
    case 'debug':
      return { opens: openIn(words.at(-1) ?? '', [], 'shell') };
    case 'unshare':
      return { opens: words.length === 0 || isShellName(words[0]!) ? login(`${simple.name} unshare`) : null };
    case 'login':
      return { asks: !options.some((arg) => arg.startsWith('-p') || arg.startsWith('--password')) };
    case 'logs':
    case 'service logs':
    case 'compose logs':
      return { endless: follows };
    case 'stats':
      return { endless: !options.includes('--no-stream') };
    case 'events':
      return { endless: !options.some((arg) => arg.startsWith('--until')) };
    case 'compose up':
      return { endless: !hasFlag(options, 'd', 'detach', 'wait') };
    case 'compose watch':
      return { endless: true };
    case 'compose rm':
      return { asks: !hasFlag(options, 'f', 'force') };
    default:
      return { asks: verb.endsWith('prune') && !hasFlag(options, 'f', 'force') };
  }
}

/** `docker run` and `docker exec` open a program when they have both `-i` and `-t` and are not detached. */
function inContainer(command: EngineCommand, simple: SimpleCommand, look: Look): Partial<Behaviour> {
  const { verb, options, words } = command;
  const [target, ...typed] = words;
  if (target === undefined || hasFlag(options, 'd', 'detach')) return {};
  const entry = optionValue(options, '--entrypoint');
  const run = entry ? [entry, ...typed] : typed;
  const inner = look(asCommand(run, simple));
  const seen = hasFlag(options, 't', 'tty');
  const heard = hasFlag(options, 'i', 'interactive');
  const name = verb === 'run' ? (optionValue(options, '--name') ?? target) : target;
  return {
    opens: seen && heard ? openedBy(verb, name, target, run, inner) : null,
    fillsScreen: seen && inner.fillsScreen,
    asks: heard && inner.asks,
    endless: inner.endless || (verb === 'run' && run.length === 0 && options.some(publishes)),
  };
}

function openedBy(
  verb: string,
  name: string,
  image: string,
  run: string[],
  inner: Behaviour,
): Program | null {
  if (run.length > 0 || verb === 'exec') return inner.opens && { ...inner.opens, name, by: 'container' };
  const speaks = defaultProgram(image);
  return speaks && { speaks, name, by: 'container' };
}

/** Images whose default program is not a shell but an interpreter, or nothing that stays. */
const defaults: Record<string, Language | null> = {
  'hello-world': null,
  cowsay: null,
  whalesay: null,
  python: 'python',
  ruby: 'ruby',
  node: 'other',
};

/** What speaks to whoever opens the image without a command: of an image that nobody knows, a shell. */
function defaultProgram(image: string): Language | null {
  const official = image.replace(/^(?:docker\.io\/)?(?:library\/)?/, '').replace(/:.*$/, '');
  const known = Object.hasOwn(defaults, official) ? defaults[official] : undefined;
  if (known !== undefined) return known;
  const last = official.split('/').at(-1)!;
  return defaults[last] === null ? null : 'shell';
}

/** What has a port for the outside and no command is a server. */
function publishes(option: string): boolean {
  return /^(?:-[a-zA-Z]*[pP]|--publish(?:-all)?)/.test(option);
}

/** Compose gives a terminal unless it is told not to. */
function inService(command: EngineCommand, simple: SimpleCommand, look: Look): Partial<Behaviour> {
  const { options, words } = command;
  const [service, ...typed] = words;
  if (service === undefined || hasFlag(options, 'd', 'detach')) return {};
  const inner = look(asCommand(typed, simple));
  const seen = !hasFlag(options, 'T', 'no-TTY');
  return {
    opens: seen && inner.opens ? { ...inner.opens, name: service, by: 'container' } : null,
    fillsScreen: seen && inner.fillsScreen,
    asks: inner.asks,
    endless: inner.endless,
  };
}
