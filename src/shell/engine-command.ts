import { plainWords, splitOptions, type ValuedOptions } from './arguments.ts';
import type { SimpleCommand } from './simple-commands.ts';

/** What is said to a container engine, taken apart; all engines and their ways to say it alike. */
export interface EngineCommand {
  /** `run`, `rm` (also for `container rm`), `rmi` (for `image rm`), `volume create`, `compose up`. */
  verb: string;
  /** The words behind the verb that are not the command for a container. */
  options: string[];
  /** What it is about: containers, images, services; for `run` and `exec` also the command, whole. */
  words: string[];
}

/** Programs that speak to an engine and understand the same words. */
const engines = new Set(['docker', 'podman', 'nerdctl']);
/** Programs that are such a program's `compose`. */
const composers = new Set(['docker-compose', 'podman-compose']);

/** Options before the verb. */
const globalOptions: ValuedOptions = {
  letters: 'Hclfp',
  names: 'host context config log-level file project-name profile env-file connection url',
};

const containerOptions: ValuedOptions = {
  letters: 'evpwulmhc',
  names:
    'name env env-file volume publish workdir user label memory hostname network net mount restart link entrypoint ip dns add-host ' +
    'cpus cpu-shares network-alias net-alias volumes-from log-driver log-opt platform pid ipc cap-add cap-drop device security-opt ' +
    'ulimit shm-size tmpfs gpus pull runtime userns stop-signal stop-timeout cidfile expose group-add health-cmd health-interval ' +
    'domainname mac-address detach-keys memory-swap pids-limit sysctl storage-opt cgroup-parent cpuset-cpus blkio-weight attach',
};
const serviceOptions: ValuedOptions = {
  letters: 'uewpv',
  names: 'user env workdir index name publish entrypoint volume label',
};

/** Verb → the options that take a value; what stands here and takes a command ends its own options with its first word. */
const valuedOptions: Record<string, ValuedOptions> = {
  run: containerOptions,
  create: containerOptions,
  exec: containerOptions,
  'compose run': serviceOptions,
  'compose exec': serviceOptions,
  build: {
    letters: 'tfo',
    names: 'tag file build-arg target platform network label progress secret ssh output',
  },
  commit: { letters: 'amc', names: 'author message change' },
  history: { names: 'format platform' },
  inspect: { letters: 'f', names: 'format type' },
  'image inspect': { letters: 'f', names: 'format platform' },
  kill: { letters: 's', names: 'signal' },
  load: { letters: 'i', names: 'input platform' },
  pull: { names: 'platform arch os' },
  restart: { letters: 'ts', names: 'time timeout signal' },
  save: { letters: 'o', names: 'output platform format' },
  start: { names: 'detach-keys' },
  stop: { letters: 'ts', names: 'time timeout signal' },
  attach: { names: 'detach-keys' },
};
const takesCommand = new Set(['run', 'create', 'exec', 'compose run', 'compose exec']);

/** What the command says to an engine; `null` when it speaks to none. */
export function readEngineCommand({ name, args }: SimpleCommand): EngineCommand | null {
  if (composers.has(name)) return readVerb(['compose', ...args]);
  return engines.has(name) ? readVerb(args) : null;
}

function readVerb(args: readonly string[]): EngineCommand {
  const [, [first = '', ...behind]] = splitOptions(args, globalOptions);
  if (!groups.has(first)) return readWords(first, behind);
  const [, [second = '', ...rest]] = splitOptions(behind, globalOptions);
  return readWords(nameVerb(first, second), rest);
}

/** First words that say what the verb behind them is about. */
const groups = new Set(
  'container image builder buildx compose volume network system service stack swarm node'.split(' '),
);
/** Verbs that mean the same with their group and without. */
const shortened: Record<string, Set<string>> = {
  container: new Set(
    (
      'run exec create start stop restart kill rm rename attach logs stats top commit cp diff export pause unpause port ' +
      'update wait'
    ).split(' '),
  ),
  image: new Set('build pull push tag save load history import'.split(' ')),
  buildx: new Set(['build']),
  builder: new Set(['build']),
  system: new Set(['events', 'info']),
};

function nameVerb(group: string, verb: string): string {
  if (group === 'image' && (verb === 'rm' || verb === 'remove')) return 'rmi';
  return shortened[group]?.has(verb) ? verb : `${group} ${verb}`.trim();
}

function readWords(verb: string, args: string[]): EngineCommand {
  const valued = Object.hasOwn(valuedOptions, verb) ? valuedOptions[verb]! : {};
  if (!takesCommand.has(verb)) return { verb, options: args, words: plainWords(args, valued) };
  const [options, words] = splitOptions(args, valued);
  return { verb, options, words };
}
