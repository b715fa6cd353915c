/**
 * Text that stood in a page, a file name or a program's output, as a terminal may show it: control characters
 * (C0, DEL and C1), which would move the cursor, set titles or fill the clipboard, and those that turn the
 * direction of text, are shown as signs. Line ends and tabs stay.
 */
export function makeVisible(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(UNSAFE, show);
}

/** JSON in which DEL, C1 and what turns the direction of text are escaped too; it reads back the same. */
export function formatJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE_IN_JSON, escapeUnit);
}

const DIRECTION = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const UNSAFE = new RegExp(`[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f${DIRECTION}]`, 'g');
const UNSAFE_IN_JSON = new RegExp(`[\\x7f-\\x9f${DIRECTION}]`, 'g');

/** Unicode has pictures of the C0 characters and of DEL. */
const PICTURES = 0x2400;
const PICTURE_OF_DEL = '\u2421';

function show(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  return code === 0x7f ? PICTURE_OF_DEL : escapeUnit(character);
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
