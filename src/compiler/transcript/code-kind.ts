import type { CodeBlock } from '../model.ts';

/**
 * What the author says about a code block before one looks into it.
 * `shell`: commands of a POSIX shell. `foreign`: another system's shell, shown and never run.
 * `output`: printed text, whatever it looks like. `text`: says nothing but that it is text.
 * `untyped`: no word at all. `file`: the source of something else.
 */
export type CodeKind = 'shell' | 'foreign' | 'output' | 'text' | 'untyped' | 'file';

const kinds: Record<Exclude<CodeKind, 'untyped' | 'file'>, string> = {
  shell:
    'sh bash shell zsh ash dash ksh fish console terminal term shell-session shellsession shellscript sh-session ' +
    'bash-session session-bash session sh-prompt command commandline command-line',
  foreign: 'powershell pwsh ps1 posh ps cmd bat batch batchfile dos doscon dosbatch winbatch',
  output: 'output out stdout stderr error errors log logs result resultado salida traceback warning',
  text: 'text txt plain plaintext none nohighlight no-highlight raw cli ansi',
};
const kindOf = new Map<string, CodeKind>(
  Object.entries(kinds).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind as CodeKind])),
);

/** Reads the info string and the attribute list; a class that says `output` wins over the language. */
export function readKind(block: CodeBlock): CodeKind {
  const words = [...languageWords(block), ...block.attributes.classes.map(plainWord)];
  const found = words.map((word) => kindOf.get(word)).filter((kind) => kind !== undefined);
  for (const kind of ['output', 'foreign', 'shell', 'text'] as const) if (found.includes(kind)) return kind;
  return languageWords(block).length === 0 ? 'untyped' : 'file';
}

/** Whether the author says that the block is not for running (`no-run`, a lab's `no-run-button`). */
export function isShownOnly(block: CodeBlock): boolean {
  return block.attributes.classes.includes('no-run') || /(?:^|\s)no-run(?:-button)?(?:\s|$)/.test(block.info);
}

/** The first word of the info string without the marks that dialects put around it: `{.bash`, `.term1`. */
function languageWords(block: CodeBlock): string[] {
  const word = plainWord(block.language || (block.info.trim().split(/\s+/)[0] ?? ''));
  return word === '' ? [] : [word];
}

function plainWord(word: string): string {
  const plain = word
    .toLowerCase()
    .replace(/^\{?[.:]?/, '')
    .replace(/[{},:;=[].*$/, '')
    .replace(/^(?:language|lang|highlight)-/, '');
  return /^term\d+$/.test(plain) ? 'term' : plain;
}
