/**
 * A command with every character that shows nothing, or changes the order of what is shown, as its code point:
 * what a teacher approves is what runs (Unicode Technical Report 36, "bidirectional text spoofing").
 */
export function showHidden(command: string): string {
  return command.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    if (character === '\n' || character === '\t') return character;
    return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
