import { basename, dirname, resolve } from 'node:path';
import { readUserPieces } from '../system/user-file.ts';
import { UnwritablePath, WritableFolder } from '../system/writable-folder.ts';

/**
 * The second line of a PDF is a comment of four bytes beyond ASCII, of the writer's choice (ISO 32000-1, 7.5.2).
 * Chromium's is "Skia", ours "Capa", each letter with its highest bit set: so what Capas printed is known again.
 */
const CHROMIUM = Buffer.from([0xd3, 0xeb, 0xe9, 0xe1]);
const OURS = Buffer.from([0xc3, 0xe1, 0xf0, 0xe1]);

/** Refuses what {@link writePdf} would refuse, for what there is to do before. */
export function checkPdf(file: string, isNamed: boolean): void {
  const { folder, name } = placeOf(file);
  folder.check(name);
  const there = folder.find(name);
  if (isNamed || there === null || isPrinted(there)) return;
  throw new UnwritablePath(
    `${file}: not printed by capas, and would be overwritten. Move it, or print elsewhere (-o).`,
  );
}

/**
 * Writes a PDF, in a folder of the user's choice.
 *
 * @param isNamed the user has named this very file; else the place of a file that Capas did not print is not taken
 */
export function writePdf(file: string, bytes: Uint8Array, isNamed: boolean): void {
  checkPdf(file, isNamed);
  const { folder, name } = placeOf(file);
  folder.write(name, sign(bytes));
}

function placeOf(file: string): { folder: WritableFolder; name: string } {
  return { folder: new WritableFolder(dirname(resolve(file))), name: basename(file) };
}

/** As long as it was: the offsets that the file tells of itself stay true. */
function sign(bytes: Uint8Array): Uint8Array {
  const signed = Buffer.from(bytes);
  const at = findSign(signed);
  if (signed.subarray(at, at + CHROMIUM.length).equals(CHROMIUM)) OURS.copy(signed, at);
  return signed;
}

function isPrinted(file: string): boolean {
  for (const piece of readUserPieces(file)) {
    const at = findSign(piece);
    return OURS.equals(piece.subarray(at, at + OURS.length));
  }
  return false;
}

/** After the `%` that the second line begins with. */
function findSign(bytes: Uint8Array): number {
  return bytes.indexOf(0x0a) + 2;
}
