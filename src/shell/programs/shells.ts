import { hasFlag, optionValue, plainWords } from '../arguments.ts';
import type { Family, Knowledge } from '../behaviour.ts';
import { login } from '../program.ts';
import { asCommand, splitCommand } from '../simple-commands.ts';
import { isShellName, openIn } from './inner.ts';

/** A shell stays open that is given neither a script nor `-c`; with `-c` it does what the string says. */
const shell: Knowledge = ({ name, args }, look) => {
  const at = args.findIndex((arg) => /^-[a-z]*c$/.test(arg));
  if (at >= 0) return look(splitCommand(args[at + 1] ?? ''));
  const waits = args.every((arg) => /^-{1,2}[a-z-]+$/.test(arg)) && !args.includes('--version');
  return { opens: waits ? login(name) : null };
};

/** A virtual machine's own `ssh`: with a command behind the machine's name it returns. */
const machine: Knowledge = ({ name, args }) => {
  if (args[0] !== 'ssh' || args.length > 2 || args.includes('-c') || args.includes('--')) return {};
  return { opens: login(args[1] && !args[1].startsWith('-') ? args[1] : name) };
};

/** A namespace's own shell: what is left open where no program is named, or a shell is. */
const namespace =
  (letters: string): Knowledge =>
  ({ name, args }) => {
    const [first] = plainWords(args, { letters });
    return { opens: first === undefined || isShellName(first) ? login(name) : null };
  };

/** LXC's containers and machines. */
const system: Knowledge = ({ name, args }) => {
  const stays = args[0] === 'shell' || (args[0] === 'exec' && args.some(isShellName));
  return { opens: stays ? openIn(args[1] ?? name, [], 'shell') : null };
};

/** Programs that open a shell: here, elsewhere, as another user, in a namespace of its own. */
export const shells: Family = {
  ...Object.fromEntries(['bash', 'sh', 'zsh', 'ash', 'dash', 'ksh', 'fish'].map((name) => [name, shell])),
  ssh: ({ args }) => {
    const words = plainWords(args, { letters: 'bcDEeFIiJLlmOopQRSWw' });
    const stays = words.length === 1 && !args.some((arg) => /^-[a-zA-Z]*[VNf]$/.test(arg));
    return { opens: stays ? login(words[0]!) : null };
  },
  su: ({ args }) => ({
    changesMachine: true,
    opens: args.some((arg) => arg.startsWith('-c') || arg.startsWith('--command'))
      ? null
      : login(args.find((arg) => !arg.startsWith('-')) ?? 'root'),
  }),
  sudo: ({ args }) => ({
    changesMachine: true,
    opens: hasFlag(args, 'i') || hasFlag(args, 's') ? login('root') : null,
  }),
  newgrp: ({ args }) => ({ opens: login(args[0] ?? 'newgrp') }),
  chroot: ({ args: [root, ...typed] }) => ({
    changesMachine: true,
    opens: root && typed.every((arg) => isShellName(arg) || arg.startsWith('-')) ? login(root) : null,
  }),
  minikube: (command, look) => {
    const [verb, mounted] = command.args;
    const serves = verb === 'tunnel' || verb === 'dashboard' || (verb === 'mount' && mounted !== undefined);
    return { ...machine(command, look), endless: serves };
  },
  vagrant: machine,
  'docker-machine': machine,
  nsenter: namespace('tSG'),
  unshare: namespace('RwSG'),
  ip: ({ args: [object, verb, name, ...typed] }) => {
    const stays = object === 'netns' && verb === 'exec' && typed.length === 1 && isShellName(typed[0]!);
    return { opens: stays ? login(name!) : null };
  },
  lxc: system,
  incus: system,
  'lxc-attach': (simple, look) => {
    const { args } = simple;
    const words = plainWords(args, { letters: 'nuvag', names: 'name' });
    const named = optionValue(args, '-n', '--name');
    const [name, ...typed] = named === null ? words : [named, ...words];
    if (name === undefined) return {};
    return { opens: openIn(name, typed, 'shell', look(asCommand(typed, simple))) };
  },
  virsh: ({ args }) => {
    const [verb, domain] = plainWords(args, { letters: 'cdlek', names: 'connect' });
    if (verb === 'console') return { opens: openIn(domain ?? 'virsh', [], 'shell') };
    const tells = args.some((arg) => /^(?:-[vVh]|--(?:version|help))/.test(arg));
    return { opens: verb === undefined && !tells ? { speaks: 'other', name: 'virsh', by: 'program' } : null };
  },
  /** Buildah's working containers: `run` has a terminal where its own has one. */
  buildah: (simple, look) => {
    const [verb, ...rest] = simple.args;
    const words = plainWords(rest, {
      letters: 'vum',
      names: 'volume user env workingdir hostname mount network',
    });
    if (verb === 'unshare')
      return { opens: words.length === 0 || isShellName(words[0]!) ? login('buildah unshare') : null };
    const [name, ...typed] = words;
    if (verb !== 'run' || typed.length === 0) return {};
    return { opens: openIn(name!, typed, 'shell', look(asCommand(typed, simple))) };
  },
};
