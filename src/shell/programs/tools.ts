import { hasFlag, splitOptions } from '../arguments.ts';
import type { Family, Knowledge } from '../behaviour.ts';
import { asCommand } from '../simple-commands.ts';

/** Programs that run the command behind their own options, and end with it. */
const runner =
  (letters: string, ownWords = 0): Knowledge =>
  (simple, look) =>
    look(asCommand(splitOptions(simple.args, { letters })[1].slice(ownWords), simple));

/** A word of the shell's before a command: `then docker ps`. */
const keyword: Knowledge = (simple, look) => look(asCommand(simple.args, simple));

/** What a loop asks at each turn: only whom it speaks to is told by one. */
const loop: Knowledge = (simple, look) => ({
  engine: look(asCommand(simple.args, simple)).engine,
  endless: simple.name === 'while' && (simple.args[0] === 'true' || simple.args[0] === ':'),
});

const follower: Knowledge = ({ args }) => ({ endless: hasFlag(args, 'f', 'follow') || hasFlag(args, 'F') });

const asksToLogin: Knowledge = ({ args: [verb, ...options] }) => ({
  asks: verb === 'login' && !options.some((arg) => /^(?:-p|--token|--password)/.test(arg)),
});

const packageScripts: Knowledge = ({ args: [verb = '', script = ''] }) => ({
  endless: /^(?:start|dev|serve)$/.test(verb === 'run' ? script : verb),
});

/** What everybody types. */
export const tools: Family = {
  ...Object.fromEntries(['if', 'then', 'else', 'elif', 'do', '!', '{'].map((name) => [name, keyword])),
  while: loop,
  until: loop,
  watch: (simple, look) => ({ endless: true, engine: runner('n')(simple, look).engine ?? [] }),
  xargs: (simple, look) => ({ engine: runner('InPLdEs')(simple, look).engine ?? [] }),
  timeout: (simple, look) => ({ ...runner('sk', 1)(simple, look), endless: false }),
  strace: runner('eopsu'),
  tail: follower,
  journalctl: follower,
  ping: ({ args }) => ({ endless: !args.some((arg) => /^-[a-zA-Z]*[cw]\d*$/.test(arg)) }),
  tcpdump: ({ args }) => ({ endless: !args.includes('-c') }),
  yes: () => ({ endless: true }),
  sleep: ({ args }) => ({ endless: args[0] === 'infinity' }),
  flask: ({ args }) => ({ endless: args[0] === 'run' }),
  cat: ({ args, piped, redirectedInput }) => ({ asks: args.length === 0 && !piped && !redirectedInput }),
  read: ({ piped, redirectedInput }) => ({ asks: !piped && !redirectedInput }),
  'ssh-keygen': ({ args, piped, redirectedInput }) => ({
    asks: !args.includes('-N') && !piped && !redirectedInput,
  }),
  az: asksToLogin,
  gcloud: asksToLogin,
  npm: (simple, look) => ({ ...packageScripts(simple, look), ...asksToLogin(simple, look) }),
  yarn: packageScripts,
  pnpm: packageScripts,
};
