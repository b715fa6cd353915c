import type { Diagnostic } from '../compiler/model.ts';
import { readUserFile, type UnreadableFile } from '../system/user-file.ts';
import { PageError } from './page-error.ts';

/** Bytes. A larger page is a mistake; nothing that a person wrote comes near. */
const LARGEST_PAGE = 16 * 1024 * 1024;
/** Bytes looked at to tell text from anything else. */
const SAMPLE = 8 * 1024;

/**
 * The text of a page. UTF-8 and UTF-16 (with its mark) are read as such; bytes that are neither are taken
 * as Windows-1252, with a warning. Throws {@link PageError} when it can't be read or is not text.
 */
export function readPageText(path: string, name: string): { text: string; warnings: Diagnostic[] } {
  const bytes = readBytes(path, name);
  if (isUtf16(bytes)) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return { text: new TextDecoder(encoding).decode(bytes), warnings: [] };
  }
  if (bytes.subarray(0, SAMPLE).includes(0)) {
    throw new PageError(name, 'this is not a text file. Name a Markdown page (.md, .markdown, .txt).');
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), warnings: [notUtf8()] };
  }
}

function readBytes(path: string, name: string): Uint8Array {
  try {
    return readUserFile(path, LARGEST_PAGE);
  } catch (error) {
    throw new PageError(name, explain(error as UnreadableFile));
  }
}

function explain({ why, code }: UnreadableFile): string {
  if (why === 'missing') return 'there is no such page. Check the path.';
  if (why === 'too large') return 'larger than 16 MB. Name a Markdown page.';
  if (why === 'not a file') return 'not a file. Name a Markdown page.';
  return `can't be read (${code}). Check its permissions.`;
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function notUtf8(): Diagnostic {
  return {
    line: 1,
    column: 1,
    code: 'not-utf-8',
    severity: 'warning',
    message: 'The page is not UTF-8; it was read as Windows-1252.',
    hint: 'Save it as UTF-8.',
  };
}
