export const SIGN_KINDS = ['quotes', 'blank', 'dash'] as const;

/** A sign of a book's that a shell does not take for the one that is typed: a command copied from one holds it. */
export interface Sign {
  kind: (typeof SIGN_KINDS)[number];
  /** Where in the command, in UTF-16 units. */
  at: number;
  character: string;
  /** What should stand there. */
  meant: string;
}

/** Finds typographic quotes and dashes outside of the shell's own quotes, and blanks that are none to a shell. */
export function findSigns(command: string): Sign[] {
  const signs: Sign[] = [];
  const bare = command.replace(/'[^']*'|"(?:[^"\\]|\\.)*"/gs, (quoted) => '_'.repeat(quoted.length));
  for (const { 0: character, index } of bare.matchAll(/[“”„‟«»″‘’‚‛′]/g))
    signs.push({ kind: 'quotes', at: index, character, meant: /[‘’‚‛′]/.test(character) ? "'" : '"' });
  for (const { 0: character, index } of command.matchAll(/(?! )\p{Zs}/gu))
    signs.push({ kind: 'blank', at: index, character, meant: ' ' });
  for (const { 0: option, index } of bare.matchAll(/(?<=^|\s)[‐‑‒–—―−][A-Za-z][\w-]*/g))
    signs.push({
      kind: 'dash',
      at: index,
      character: option[0]!,
      // A single dash is before a single letter; typesetters make one of two.
      meant: option.length > 2 ? '--' : '-',
    });
  return signs.sort((a, b) => a.at - b.at);
}

/** The command as it must have been meant. */
export function mendSigns(command: string): string {
  let mended = '';
  let from = 0;
  for (const { at, character, meant } of findSigns(command)) {
    mended += command.slice(from, at) + meant;
    from = at + character.length;
  }
  return mended + command.slice(from);
}
