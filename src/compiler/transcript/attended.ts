import { findPlaceholders } from '../../shell/placeholders.ts';
import { type SimpleCommand, splitCommand } from '../../shell/simple-commands.ts';
import type { Step } from '../model.ts';
import { containerValued, withoutOptions } from './program.ts';

type Reason = Step['attended'];

/** Where a command is typed, as far as it matters for who must sit there. */
export interface Seat {
  /** At the host's prompt, where root's commands change the teacher's own machine. */
  host: boolean;
  /** At a root prompt. */
  root: boolean;
  output: string;
  /** Whether it opens a session that stays: then it is not endless, it is left. */
  opens: boolean;
  /** Whether a shell reads it: a database's statement has no editors nor `sudo`. */
  shell: boolean;
}

/** Why a command can't run with nobody at the keyboard; `null` when it can. */
export function findReason(command: string, seat: Seat): Reason {
  if (!seat.shell) return null;
  if (findPlaceholders(command).length > 0) return 'placeholder';
  const commands = splitCommand(command);
  for (const simple of commands) {
    if (isEditor(simple)) return 'editor';
  }
  if (asksInOutput(seat.output) || commands.some(asks)) return 'input';
  if (!seat.opens && commands.some(isEndless) && !endsItself(command, seat.output)) return 'endless';
  if (seat.host && (seat.root || commands.some(changesMachine))) return 'machine';
  return null;
}

/** In the background, or with an error in what the author shows: `ping: bad address`. */
function endsItself(command: string, output: string): boolean {
  return (
    /&\s*$/.test(command) || /bad address|unknown host|not known|could not resolve|no such host/i.test(output)
  );
}

const screens = new Set(
  'vi vim nvim nano emacs pico joe mcedit micro less more man top htop btop ctop k9s lazydocker visudo cfdisk nmtui'.split(
    ' ',
  ),
);

/** A program that takes the whole screen. */
function isEditor(command: SimpleCommand): boolean {
  const { name, args } = command;
  if (screens.has(name))
    return !(name === 'top' && args.some((arg) => /^-[a-z]*b/.test(arg))) && !command.piped;
  if (name === 'kubectl' || name === 'oc') return args[0] === 'edit' || innerEditor(args);
  if (name === 'crontab') return args.includes('-e');
  if (name === 'git') return isGitEditor(args);
  return (name === 'docker' || name === 'podman') && innerEditor(args);
}

/** `docker run -it alpine vi file`, but not `docker container top` nor an option that says `less`. */
function innerEditor(args: string[]): boolean {
  const verb = args[0] === 'container' ? args.slice(1) : args;
  if (verb[0] !== 'run' && verb[0] !== 'exec') return false;
  const words = withoutOptions(verb.slice(1), containerValued).slice(1);
  const end = words.indexOf('--');
  return (
    screens.has((end < 0 ? words[0] : words[end + 1]) ?? '') &&
    verb.some((arg) => /^-[a-z]*t|^--tty/.test(arg))
  );
}

function isGitEditor(args: string[]): boolean {
  if (args[0] === 'rebase') return args.includes('-i') || args.includes('--interactive');
  if (args[0] === 'add') return args.includes('-p') || args.includes('-i');
  return (
    args[0] === 'commit' &&
    !args.some((arg) =>
      /^-[a-zA-Z]*[mFCc]|^--(?:message|file|no-edit|reuse-message|fixup|dry-run|help)/.test(arg),
    )
  );
}

/** A question at the end of what the author shows, or a password. */
function asksInOutput(output: string): boolean {
  return /^\s*(?:Enter password|Password|Contraseña|Username|Login|Usuario|Enter passphrase|\? Please enter)\b[^\n]*:?|\[[yYsS]\/?[nN]\]|\(yes\/no/im.test(
    output,
  );
}

function asks({ name, args, redirectedInput, piped }: SimpleCommand): boolean {
  if (redirectedInput || piped) return false;
  const [verb] = args;
  if (name === 'mysql' || name === 'mariadb' || name === 'mysqldump')
    return args.some((arg) => arg === '-p' || arg === '--password');
  if (name === 'docker' || name === 'podman') return asksEngine(args);
  if (name === 'docker-compose')
    return verb === 'rm' && !args.some((arg) => /^-[a-z]*[fs]|^--force/.test(arg));
  if (name === 'ssh-keygen') return !args.includes('-N');
  if (name === 'az' || name === 'gcloud' || name === 'oc' || name === 'npm')
    return verb === 'login' && !args.some((arg) => /^(?:-p|--token|--password)/.test(arg));
  if (name === 'cat') return args.length === 0;
  return name === 'passwd' || name === 'read' || (name === 'adduser' && args.length === 1);
}

function asksEngine(args: string[]): boolean {
  if (args[0] === 'login') return !args.some((arg) => /^(?:-p|--password)/.test(arg));
  if (args.includes('prune')) return !args.some((arg) => arg === '--force' || /^-[a-z]*f/.test(arg));
  if (args[0] === 'compose' && args[1] === 'rm')
    return !args.some((arg) => arg === '--force' || /^-[a-z]*f/.test(arg));
  const inner =
    args[0] === 'exec' || args[0] === 'run' ? withoutOptions(args.slice(1), containerValued).slice(1) : [];
  return inner.length > 0 && (inner[0] === 'mysql' || inner[0] === 'mariadb') && inner.includes('-p');
}

/** Commands that go on until they are stopped. */
function isEndless(command: SimpleCommand): boolean {
  const { name, args } = command;
  const [verb] = args;
  const follows = args.some((arg) => /^(?:-[a-z]*[fF]|--follow(?:=true)?)$/.test(arg));
  const watches = args.some((arg) => /^(?:-w|--watch|--watch-only)(?:=true)?$/.test(arg));
  if (name === 'docker' || name === 'podman') return isEndlessEngine(args, follows);
  if (name === 'docker-compose') return isEndlessCompose(args, follows);
  if (name === 'kubectl' || name === 'oc')
    return (
      verb === 'port-forward' ||
      verb === 'proxy' ||
      (verb === 'logs' && follows) ||
      (verb === 'get' && watches)
    );
  if (name === 'tail' || name === 'journalctl') return follows;
  if (name === 'ping') return !args.some((arg) => /^-[a-zA-Z]*[cw]\d*$/.test(arg));
  if (name === 'minikube')
    return verb === 'tunnel' || verb === 'dashboard' || (verb === 'mount' && args.length > 1);
  if (name === 'httpd' || name === 'apache2ctl' || name === 'apachectl')
    return args.some((arg) => /^foreground$/i.test(arg));
  if (name === 'python' || name === 'python3') return args.includes('http.server');
  if (name === 'npm' || name === 'yarn' || name === 'pnpm')
    return /^(?:start|dev|serve)$/.test(verb === 'run' ? (args[1] ?? '') : (verb ?? ''));
  if (name === 'tcpdump') return !args.includes('-c');
  return (
    name === 'watch' ||
    name === 'yes' ||
    (name === 'sleep' && verb === 'infinity') ||
    (name === 'flask' && verb === 'run') ||
    (name === 'while' && /^(?:true|:)$/.test(verb ?? ''))
  );
}

function isEndlessEngine(args: string[], follows: boolean): boolean {
  const [verb, ...rest] = args[0] === 'container' || args[0] === 'service' ? args.slice(1) : args;
  if (verb === 'logs') return follows;
  if (verb === 'stats') return !args.includes('--no-stream');
  if (verb === 'events') return !args.some((arg) => arg.startsWith('--until'));
  if (args[0] === 'compose') return isEndlessCompose(args.slice(1), follows);
  if (verb !== 'run') return false;
  const words = withoutOptions(rest, containerValued);
  const own = rest.slice(0, rest.indexOf(words[0] ?? ''));
  if (own.some((arg) => arg === '--detach' || /^-[a-zA-Z]*d/.test(arg))) return false;
  const inner = splitCommand(words.slice(1).join(' '));
  if (inner.some(isEndless)) return true;
  return words.length === 1 && own.some((arg) => /^(?:-[a-zA-Z]*[pP]|--publish(?:-all)?)/.test(arg));
}

function isEndlessCompose(args: string[], follows: boolean): boolean {
  const detached = args.some((arg) => arg === '-d' || arg === '--detach' || arg === '--wait');
  return (
    (args.includes('up') && !detached) ||
    (args.includes('logs') && follows) ||
    (args.includes('watch') && !args.includes('up'))
  );
}

const changers = new Set(
  (
    'usermod useradd adduser userdel groupadd addgroup groupdel systemctl service mount umount mkfs.ext4 mkfs fdisk modprobe ' +
    'iptables nft reboot shutdown poweroff chroot snap resize2fs e2fsck mkswap swapon swapoff dpkg rpm visudo debootstrap ' +
    'add-apt-repository apt-key a2enmod a2ensite hostnamectl timedatectl netplan setenforce kubeadm'
  ).split(' '),
);
const managers = new Set('apt apt-get yum dnf apk pacman zypper brew'.split(' '));

/** What needs root at home, or installs into the system. */
function changesMachine({ name, args, before }: SimpleCommand): boolean {
  if (before.includes('sudo') || name === 'sudo' || name === 'su') return true;
  if (managers.has(name))
    return args.some((arg) =>
      /^(?:install|remove|purge|update|upgrade|add|del|autoremove|dist-upgrade|full-upgrade|-S\w*)$/.test(
        arg,
      ),
    );
  if (name === 'systemctl' || name === 'service')
    return !args.some((arg) => /^(?:status|is-active|is-enabled|list-units|show|cat)$/.test(arg));
  return changers.has(name);
}
