import type { Language, Program } from './program.ts';
import { shapesToPattern } from './prompt-shapes.ts';

/** How programs with a language of their own ask for a line of it. */
export interface ProgramPrompts {
  speaks: Exclude<Language, 'shell'>;
  /** What stands before the cursor when a program waits for something new; shapes of `prompt-shapes.ts`. */
  prompts: string[];
  /** And when what was typed is not finished yet. */
  more?: string[];
  /** Whether no blank stands between it and the cursor where it asks for more. */
  tight?: boolean;
  /** Whether pages write what is typed right behind it: `mysql>show tables;`. */
  glued?: boolean;
  /** Whether its prompt is a lone `>`, which is much else, too: it counts only where such a program is open. */
  angle?: boolean;
}

/** Ends of an open quote, an open parenthesis, an open comment in database clients. */
const openQuotes = ['->', "'>", '">', '`>', '/*>'];

/** The one list: what a page's lines are read by, what the runner waits for, what a recording leaves away. */
export const programPrompts: readonly ProgramPrompts[] = [
  // MySQL, MariaDB
  {
    speaks: 'sql',
    prompts: ['mysql>', 'mysql [<in>]>', 'MySQL>', 'MySQL [<in>]>', 'MariaDB>', 'MariaDB [<in>]>'],
    more: openQuotes,
    glued: true,
  },
  // PostgreSQL
  {
    speaks: 'sql',
    prompts: [
      '<name>=#',
      '<name>-#',
      'postgres=>',
      'postgres->',
      'template1=>',
      'template1->',
      '<db>=>',
      '<db>->',
    ],
    more: ['<name>-#', '<name>(#', "<name>'#", '<name>"#', '<name>->', '<name>(>', "<name>'>", '<name>">'],
  },
  { speaks: 'sql', prompts: ['sqlite>'], more: ['...>', '(x<n>...>'], glued: true },
  // Cassandra, Oracle
  { speaks: 'sql', prompts: ['cqlsh>', 'cqlsh:<word>>', 'SQL>'], more: ['...'], glued: true },
  {
    speaks: 'redis',
    prompts: ['redis>', 'redis <address>>', '<host>:<port>>', '<host>:<port>[<n>]>'],
    glued: true,
  },
  {
    speaks: 'mongo',
    prompts: ['test>', 'admin>', '<word>:PRIMARY>', '<word> [direct: <word>] <word>>'],
    more: ['...', '|'],
    angle: true,
  },
  { speaks: 'mongo', prompts: ['mongo>', 'mongosh>'], more: ['...'], glued: true },
  { speaks: 'python', prompts: ['>>>'], more: ['...'] },
  // IPython
  { speaks: 'python', prompts: ['In [<n>]:'], more: ['...:'], glued: true },
  {
    speaks: 'ruby',
    prompts: ['irb(<args>):<n>:<n>>', 'irb(<args>):<n>>'],
    more: ['irb(<args>):<n>:<n>*', 'irb(<args>):<n>*', 'irb(<args>):<n>:<n>"', "irb(<args>):<n>:<n>'"],
    glued: true,
    tight: true,
  },
  // Node
  { speaks: 'other', prompts: [], more: ['...', '|'], angle: true },
  { speaks: 'other', prompts: ['(gdb)'], more: ['>'], glued: true, tight: true },
  { speaks: 'other', prompts: ['julia>', 'scala>'], more: ['|'], glued: true },
  { speaks: 'other', prompts: ['ghci>', 'Prelude>'], more: ['ghci|', 'Prelude|'] },
  { speaks: 'other', prompts: ['virsh #', 'virsh >'] },
  { speaks: 'other', prompts: ['ftp>', 'sftp>', 'telnet>'], glued: true },
];

/** Each one's expressions: a prompt at a line's beginning, the mark of a statement that goes on, the cursor's line. */
const read = programPrompts.map(({ speaks, prompts, more = [], glued, tight, angle }) => {
  const [first, next] = [shapesToPattern(prompts), shapesToPattern(more)];
  return {
    ...{ speaks, angle },
    first: new RegExp(`^${first}${glued ? '' : '(?= |$)'}`),
    next: new RegExp(`^\\s*${next}(?: |$${glued ? '|(?=\\S)' : ''})`),
    waits: new RegExp(`^\\s*(?:${first}\\s|${next}${tight ? '' : '\\s'})\\s*$`),
  };
});

/** The prompt of a program with a language of its own that a line of a page begins with. */
export function findProgramPrompt(line: string): { text: string; speaks: Language } | null {
  for (const { first, speaks } of read) {
    const text = first.exec(line)?.[0];
    if (text !== undefined) return { text, speaks };
  }
  return null;
}

/**
 * What stands on a line of a page behind the marks of a statement that goes on, in the program with that prompt;
 * `null` when it does not begin with any of them.
 */
export function behindMore(line: string, prompt: string): string | null {
  for (const { first, next, angle } of read) {
    const fits = first.test(prompt) || (angle && prompt === '>');
    const mark = fits ? next.exec(line)?.[0] : undefined;
    if (mark !== undefined) return line.slice(mark.length);
  }
  return null;
}

/** Clients whose own prompt is a lone `>`. */
export function hasAnglePrompt({ speaks }: Program): boolean {
  return programPrompts.some((one) => one.angle && one.speaks === speaks);
}

/** Whether the cursor's line is the prompt of a program of the list, also one that waits for more. */
export function isProgramPrompt(line: string): boolean {
  return read.some(({ waits }) => waits.test(line));
}
