/**
 * A command with every character that shows nothing, is a blank that the shell does not take for one, or changes
 * the order of what is shown, as its code point, and with the code point behind each letter that passes for
 * another one: what a teacher approves is what runs (Unicode Technical Report 36, "visual security issues").
 */
export function showHidden(command: string): string {
  return command
    .replace(WORD, (word) => (LATIN.test(word) ? word.replace(FOREIGN_LETTER, withCode) : word))
    .replace(COMPATIBILITY, (character) => (passesForAscii(character) ? withCode(character) : character))
    .replace(UNSEEN, code);
}

/** Unicode's own classes (Unicode Standard Annex 44): what has no shape, is not assigned, or is a blank. */
const UNSEEN =
  /(?![\n\t ])[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]|[\u2800\u{13441}\u{13442}\u{16FE4}\u{1D159}]/gu;

const WORD = /[\p{L}\p{M}\p{N}_-]+/gu;
const LATIN = /\p{Script=Latin}/u;
/** Letters of scripts that are not written in one word with Latin ones (Unicode Technical Standard 39, 5.2). */
const FOREIGN_LETTER =
  /(?![\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}])\p{L}/gu;
/** What may stand for a character of ASCII; Latin-1's `ª` and `²` are no riddle. */
const COMPATIBILITY = /[^\0-\xFF]/gu;

/** `ｒ`, `𝐫` and the Greek `;` are drawn as what Unicode's normal form KC makes of them. */
function passesForAscii(character: string): boolean {
  return /^[!-~]$/.test(character.normalize('NFKC'));
}

function withCode(character: string): string {
  return character + code(character);
}

function code(character: string): string {
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
