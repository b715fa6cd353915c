import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';

/** Bytes of a file that are held at a time, where it is read piece by piece. */
const PIECE = 256 * 1024;

/** Why a file was not read. */
export type Unreadable = 'missing' | 'not a file' | 'too large' | 'forbidden';

/** A file of the user's that can't be read as asked. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  readonly why: Unreadable;

  /** @param cause the system's code, e.g. `EACCES` */
  constructor(path: string, why: Unreadable, code = '') {
    super(`${path}: ${code || why}`);
    this.why = why;
    this.code = code;
  }

  readonly code: string;
}

/**
 * The bytes of a regular file, up to `largest`. Devices, pipes, sockets and folders are refused, also when a
 * link leads to them or when they take the file's place meanwhile: none is waited for, and none fills the memory.
 * @throws UnreadableFile
 */
export function readUserFile(path: string, largest: number): Buffer {
  const descriptor = open(path);
  try {
    const info = fstatSync(descriptor);
    if (!info.isFile()) throw new UnreadableFile(path, 'not a file');
    if (info.size > largest) throw new UnreadableFile(path, 'too large');
    return readAll(path, descriptor, info.size, largest);
  } catch (error) {
    throw explain(path, error);
  } finally {
    closeSync(descriptor);
  }
}

/** As {@link readUserFile}, as text of UTF-8; `null` where it can't be read. */
export function readUserText(path: string, largest: number): string | null {
  try {
    return readUserFile(path, largest).toString('utf8');
  } catch {
    return null;
  }
}

/**
 * The bytes of a regular file of any size, piece by piece; a piece is to be used before the next is asked for.
 * @throws UnreadableFile
 */
export function* readUserPieces(path: string): Generator<Uint8Array> {
  const descriptor = open(path);
  try {
    if (!fstatSync(descriptor).isFile()) throw new UnreadableFile(path, 'not a file');
    const piece = Buffer.alloc(PIECE);
    for (;;) {
      const read = readSync(descriptor, piece, 0, PIECE, null);
      if (read === 0) return;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Not even opened unless it is a file: to open some devices does something. */
function open(path: string): number {
  try {
    if (!statSync(path).isFile()) throw new UnreadableFile(path, 'not a file');
    // Windows knows no such flag, and no pipes in folders.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw explain(path, error);
  }
}

/** A file may grow while it is read, and those of `/proc` say that they are empty. */
function readAll(path: string, descriptor: number, size: number, largest: number): Buffer {
  let bytes = Buffer.alloc(size + 1);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, bytes, length, bytes.length - length, null);
    length += read;
    if (length > largest) throw new UnreadableFile(path, 'too large');
    if (read === 0) return bytes.subarray(0, length);
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)]);
  }
}

function explain(path: string, error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const { code } = error as NodeJS.ErrnoException;
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
  return new UnreadableFile(path, isMissing ? 'missing' : 'forbidden', code);
}
