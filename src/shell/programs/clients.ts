import { plainWords } from '../arguments.ts';
import type { Family, Knowledge } from '../behaviour.ts';
import type { Language } from '../program.ts';

/** A client is open that is neither given what to say nor asked only for its version. */
const client =
  (speaks: Language, returns: RegExp): Knowledge =>
  ({ name, args, redirectedInput }) => ({
    opens: redirectedInput || args.some((arg) => returns.test(arg)) ? null : { speaks, name, by: 'program' },
  });

const mysql: Knowledge = (command, look) => ({
  ...client('sql', /^(?:-e|--execute|-V|--version|--help)/)(command, look),
  ...asksPassword(command, look),
});

/** `-psecret` holds the password, `-p` asks for it. */
const asksPassword: Knowledge = ({ args, redirectedInput, piped }) => ({
  asks: !redirectedInput && !piped && (args.includes('-p') || args.includes('--password')),
});

/** An interpreter reads what is typed only when it is given no file. */
const interpreter =
  (speaks: Language): Knowledge =>
  ({ name, args, redirectedInput }) => ({
    opens:
      redirectedInput || args.some((arg) => !/^-[iqBu]$/.test(arg)) ? null : { speaks, name, by: 'program' },
  });

const python: Knowledge = (command, look) => ({
  ...interpreter('python')(command, look),
  endless: command.args.includes('http.server'),
});

const mongo = client('mongo', /^(?:--eval|--version|.*\.js$)/);

/** Programs with a language of their own that wait for lines of it. */
export const clients: Family = {
  mysql,
  mariadb: mysql,
  mysqldump: asksPassword,
  psql: client('sql', /^(?:-[a-z]*[clf]$|--command|--list|--file|--version|-V)/),
  cqlsh: client('sql', /^(?:-[ef]|--execute|--file|--version|--help)/),
  sqlite3: ({ name, args, redirectedInput }) => ({
    opens:
      redirectedInput || args.filter((arg) => !arg.startsWith('-')).length > 1 || args.includes('--version')
        ? null
        : { speaks: 'sql', name, by: 'program' },
  }),
  mongo,
  mongosh: mongo,
  'redis-cli': ({ name, args }) => ({
    opens:
      plainWords(args, { letters: 'hpna' }).length === 0 && !args.includes('--version')
        ? { speaks: 'redis', name, by: 'program' }
        : null,
  }),
  python,
  python3: python,
  ipython: interpreter('python'),
  irb: interpreter('ruby'),
  node: interpreter('other'),
  julia: interpreter('other'),
  scala: interpreter('other'),
  ghci: interpreter('other'),
  gdb: client('other', /^-{1,2}(?:batch|version|v|help|h)$/),
  bc: client('other', /^(?:--version|-v|--help|-h)$/),
  telnet: ({ name, args }) => ({
    opens:
      args.length > 0 ? { speaks: args.includes('6379') ? 'redis' : 'other', name, by: 'program' } : null,
  }),
  ftp: client('other', /^-\?$/),
  sftp: client('other', /^-b$/),
};
