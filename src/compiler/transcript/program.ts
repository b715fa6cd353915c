import { type SimpleCommand, splitCommand } from '../../shell/simple-commands.ts';

/** A program that a command leaves open, waiting for what is typed into it. */
export interface Program {
  /** What it understands. */
  speaks: 'shell' | 'sql' | 'redis' | 'mongo' | 'python' | 'ruby' | 'other';
  /** How the interface calls it: the container, the host, the program. */
  name: string;
  /** How it was opened: a container's shell prints prompts of its own, `su` and `ssh` the host's. */
  by: 'container' | 'login' | 'program';
}

/** Clients whose own prompt is a lone `>`. */
export function hasAnglePrompt({ speaks }: Program): boolean {
  return speaks === 'mongo' || speaks === 'other';
}

/** What the command leaves open at its end, or `null` when it returns by itself. */
export function findProgram(command: string): Program | null {
  const commands = splitCommand(command);
  const last = commands.at(-1);
  if (last === undefined || last.piped) return null;
  const program = programOf(last);
  return program && { ...program, name: program.name.replace(/‹(.*)›/, '<$1>') };
}

function programOf(command: SimpleCommand): Program | null {
  const opener = Object.hasOwn(openers, command.name) ? openers[command.name] : undefined;
  return opener ? opener(command) : null;
}

type Opener = (command: SimpleCommand) => Program | null;

const login = (name: string): Program => ({ speaks: 'shell', name, by: 'login' });

/** A shell that is given neither a script nor `-c`. With `-c`, what the string itself opens. */
const shell: Opener = ({ name, args }) => {
  const at = args.findIndex((arg) => /^-[a-z]*c$/.test(arg));
  if (at >= 0) return findProgram(args[at + 1] ?? '');
  return args.every((arg) => /^-{1,2}[a-z-]+$/.test(arg)) && !args.includes('--version') ? login(name) : null;
};

const client =
  (speaks: Program['speaks'], returns: RegExp): Opener =>
  ({ name, args, redirectedInput }) =>
    redirectedInput || args.some((arg) => returns.test(arg)) ? null : { speaks, name, by: 'program' };

/** An interpreter reads what is typed only when it is given no file. */
const interpreter =
  (speaks: Program['speaks']): Opener =>
  ({ name, args, redirectedInput }) =>
    redirectedInput || args.some((arg) => !/^-[iqBu]$/.test(arg)) ? null : { speaks, name, by: 'program' };

const remote: Opener = ({ args }) => {
  const words = withoutOptions(args, /^-[bcDEeFIiJLlmOopQRSWw]$/);
  return words.length === 1 && !args.some((arg) => /^-[a-zA-Z]*[VNf]$/.test(arg)) ? login(words[0]!) : null;
};

/** A virtual machine's own `ssh`: with a command behind the machine's name it returns. */
const machine: Opener = ({ name, args }) => {
  if (args[0] !== 'ssh' || args.length > 2 || args.some((arg) => arg === '-c' || arg === '--')) return null;
  return login(args[1] && !args[1].startsWith('-') ? args[1] : name);
};

const container: Opener = (command) => {
  const args = afterGlobals(command.args);
  const [verb, ...rest] =
    args[0] === 'container' || args[0] === 'compose' ? afterGlobals(args.slice(1)) : args;
  if (args[0] === 'compose') return compose({ ...command, args: [verb ?? '', ...rest] });
  if (verb === 'attach')
    return rest.some((arg) => arg === '--help') ? null : opened(lastWord(rest), [], 'shell');
  if (verb === 'start') return hasFlag(rest, 'i', 'interactive') ? opened(lastWord(rest), [], 'shell') : null;
  if (verb === 'run' || verb === 'exec') return inContainer(verb, rest);
  if (verb === 'unshare') return enclosed('podman unshare', withoutOptions(rest, /^$/));
  if (verb === 'debug') return opened(lastWord(rest), [], 'shell');
  return null;
};

/** Buildah's working containers: `run` has a terminal where its own has one. */
const builder: Opener = ({ args }) => {
  const [verb, ...rest] = afterGlobals(args);
  if (verb === 'unshare') return enclosed('buildah unshare', withoutOptions(rest, /^(?:-m|--mount)$/));
  const words = withoutOptions(rest, /^(?:-[vu]|--(?:volume|user|env|workingdir|hostname|mount|network))$/);
  return verb === 'run' && words.length > 1 ? opened(words[0]!, words.slice(1), null) : null;
};

const compose: Opener = ({ args }) => {
  const [verb, ...rest] = afterGlobals(args);
  if ((verb !== 'exec' && verb !== 'run') || hasFlag(rest, 'T', 'no-TTY') || hasFlag(rest, 'd', 'detach'))
    return null;
  const words = withoutOptions(rest, /^(?:-[uewp]|--(?:user|env|workdir|index|name|publish|entrypoint))$/);
  return words.length < 2 ? null : opened(words[0]!, words.slice(1), null);
};

const cluster: Opener = ({ args }) => {
  const all = withoutOptions(args, /^(?:-[nc]|--(?:namespace|context|container|image|kubeconfig))$/);
  const verb = all[0];
  if (verb === 'rsh') return opened(all[1] ?? 'oc', all.slice(2), 'shell');
  if (verb !== 'exec' && verb !== 'run' && verb !== 'attach' && verb !== 'debug') return null;
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  if (!hasFlag(own, 'i', 'stdin') || !hasFlag(own, 't', 'tty')) return null;
  const typed = end < 0 ? all.slice(2) : args.slice(end + 1);
  return opened(all[1] ?? 'kubectl', typed, 'shell');
};

const openers: Record<string, Opener> = {
  docker: container,
  podman: container,
  nerdctl: container,
  buildah: builder,
  'docker-compose': compose,
  'podman-compose': compose,
  kubectl: cluster,
  k: cluster,
  oc: cluster,
  ssh: remote,
  minikube: machine,
  vagrant: machine,
  'docker-machine': ({ args }) => machine({ name: 'docker-machine', args } as SimpleCommand),
  su: ({ args }) =>
    args.some((arg) => /^-c|^--command/.test(arg))
      ? null
      : login(args.find((arg) => !arg.startsWith('-')) ?? 'root'),
  sudo: ({ args }) => (args.some((arg) => /^-[A-Za-z]*[is]/.test(arg)) ? login('root') : null),
  newgrp: ({ args }) => login(args[0] ?? 'newgrp'),
  chroot: ({ args }) => (args.length === 1 ? login(args[0]!) : chrooted(args)),
  lxc: ({ args }) =>
    args[0] === 'shell' || (args[0] === 'exec' && args.some(isShell))
      ? opened(args[1] ?? 'lxc', [], 'shell')
      : null,
  incus: ({ args }) =>
    args[0] === 'shell' || (args[0] === 'exec' && args.some(isShell))
      ? opened(args[1] ?? 'incus', [], 'shell')
      : null,
  'lxc-attach': ({ args }) => {
    const words = withoutOptions(args, /^-[nuvag]$/);
    const name = optionValue(args, '-n') ?? optionValue(args, '--name') ?? words[0];
    const typed = optionValue(args, '-n') === null ? words.slice(1) : words;
    return name === undefined ? null : opened(name, typed, 'shell');
  },
  virsh: ({ args }) => {
    const [verb, domain] = withoutOptions(args, /^(?:-[cdlek]|--connect)$/);
    if (verb === 'console') return opened(domain ?? 'virsh', [], 'shell');
    return verb === undefined && !args.some((arg) => /^(?:-[vVh]|--(?:version|help))/.test(arg))
      ? { speaks: 'other', name: 'virsh', by: 'program' }
      : null;
  },
  nsenter: ({ args }) => enclosed('nsenter', withoutOptions(args, /^-[tSG]$/)),
  unshare: ({ args }) => enclosed('unshare', withoutOptions(args, /^-[RwSG]$/)),
  ip: ({ args }) =>
    args[0] === 'netns' && args[1] === 'exec' && args.slice(3).every(isShell) && args.length === 4
      ? login(args[2]!)
      : null,
  mysql: client('sql', /^(?:-e|--execute|-V|--version|--help)/),
  mariadb: client('sql', /^(?:-e|--execute|-V|--version|--help)/),
  psql: client('sql', /^(?:-[a-z]*[clf]$|--command|--list|--file|--version|-V)/),
  sqlite3: ({ name, args, redirectedInput }) =>
    redirectedInput || args.filter((arg) => !arg.startsWith('-')).length > 1
      ? null
      : { speaks: 'sql', name, by: 'program' },
  mongo: client('mongo', /^(?:--eval|--version|.*\.js$)/),
  mongosh: client('mongo', /^(?:--eval|--version|.*\.js$)/),
  'redis-cli': ({ name, args }) =>
    withoutOptions(args, /^-[hpna]$/).length === 0 && !args.includes('--version')
      ? { speaks: 'redis', name, by: 'program' }
      : null,
  python: interpreter('python'),
  python3: interpreter('python'),
  ipython: interpreter('python'),
  irb: interpreter('ruby'),
  node: interpreter('other'),
  telnet: ({ name, args }) =>
    args.length > 0 ? { speaks: args.includes('6379') ? 'redis' : 'other', name, by: 'program' } : null,
  ftp: client('other', /^-\?$/),
  sftp: client('other', /^-b$/),
  ...Object.fromEntries(['bash', 'sh', 'zsh', 'ash', 'dash', 'ksh', 'fish'].map((name) => [name, shell])),
};

function chrooted(args: string[]): Program | null {
  return args.slice(1).every((arg) => isShell(arg) || arg.startsWith('-')) ? login(args[0]!) : null;
}

/** A namespace's own shell: what is left open where no program is named, or a shell is. */
function enclosed(name: string, typed: string[]): Program | null {
  return typed.length === 0 || isShell(typed[0]!) ? login(name) : null;
}

function isShell(word: string): boolean {
  return /^(?:\/\S*\/)?(?:ba|z|a|da|k)?sh$/.test(word);
}

/** Images whose default program is not a shell but an interpreter or nothing that stays. */
const defaults: [RegExp, Program['speaks'] | null][] = [
  [/(?:^|\/)(?:hello-world|cowsay|whalesay)$/, null],
  [/^(?:docker\.io\/)?(?:library\/)?python(?::|$)/, 'python'],
  [/^(?:docker\.io\/)?(?:library\/)?ruby(?::|$)/, 'ruby'],
  [/^(?:docker\.io\/)?(?:library\/)?node(?::|$)/, 'other'],
];

/** `docker run` and `docker exec` open a program when they have both `-i` and `-t` and are not detached. */
function inContainer(verb: 'run' | 'exec', args: string[]): Program | null {
  const words = withoutOptions(args, containerValued);
  const own = args.slice(0, args.indexOf(words[0]!));
  if (words.length === 0 || !hasFlag(own, 'i', 'interactive') || !hasFlag(own, 't', 'tty')) return null;
  if (hasFlag(own, 'd', 'detach')) return null;
  const name = verb === 'run' ? (optionValue(own, '--name') ?? words[0]!) : words[0]!;
  const entry = optionValue(own, '--entrypoint');
  const typed = entry ? [entry, ...words.slice(1)] : words.slice(1);
  if (typed.length > 0 || verb === 'exec') return opened(name, typed, null);
  const speaks = defaults.find(([image]) => image.test(words[0]!))?.[1];
  return speaks === null ? null : { speaks: speaks ?? 'shell', name, by: 'container' };
}

/** What runs in a container under the container's name; `fallback` when no command is given. */
function opened(name: string, typed: string[], fallback: 'shell' | null): Program | null {
  if (typed.length === 0) return fallback === null ? null : { speaks: fallback, name, by: 'container' };
  const inner = findProgram(typed.map(quoteAgain).join(' '));
  return inner === null ? null : { speaks: inner.speaks, name, by: 'container' };
}

function quoteAgain(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Options of `run` and `exec` whose value is a word of its own. */
export const containerValued =
  /^(?:-[a-zA-Z]*[evpwulmhc]|--(?:name|env|env-file|volume|publish|workdir|user|label|memory|hostname|network|net|mount|restart|link|entrypoint|ip|dns|add-host|cpus|cpu-shares|network-alias|net-alias|volumes-from|log-driver|log-opt|platform|pid|ipc|cap-add|cap-drop|device|security-opt|ulimit|shm-size|tmpfs|gpus|pull|runtime|userns|stop-signal|stop-timeout|cidfile|expose|group-add|health-cmd|health-interval|domainname|mac-address|detach-keys|memory-swap|pids-limit|sysctl|storage-opt|cgroup-parent|cpuset-cpus|blkio-weight|attach))$/;

/** The words that are neither options nor options' values, up to the first and everything after it. */
export function withoutOptions(args: string[], valued: RegExp): string[] {
  let at = 0;
  const words: string[] = [];
  while (at < args.length) {
    const arg = args[at]!;
    if (arg === '--') return [...words, ...args.slice(at + 1)];
    if (!arg.startsWith('-') || arg === '-') {
      words.push(arg);
      if (valued === containerValued) return args.slice(at);
    } else if (valued.test(arg)) at += 1;
    at += 1;
  }
  return words;
}

const globals = /^(?:-[Hcl]|--(?:host|context|config|log-level|file|project-name|profile|env-file)|-f|-p)$/;

function afterGlobals(args: string[]): string[] {
  let at = 0;
  while (at < args.length && args[at]!.startsWith('-')) at += globals.test(args[at]!) ? 2 : 1;
  return args.slice(at);
}

function hasFlag(args: string[], short: string, long: string): boolean {
  return args.some(
    (arg) =>
      arg === `--${long}` || arg === `--${long}=true` || (/^-[A-Za-z]+$/.test(arg) && arg.includes(short)),
  );
}

export function optionValue(args: string[], name: string): string | null {
  const at = args.indexOf(name);
  if (at >= 0) return args[at + 1] ?? null;
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

function lastWord(args: string[]): string {
  return args.filter((arg) => !arg.startsWith('-')).at(-1) ?? '';
}
