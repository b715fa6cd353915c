import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { ServedFile } from '../../course/lesson-files.ts';
import { readRange } from '../guard/range.ts';

/**
 * A file as an answer, piece by piece as fast as it is read, or the part of it that is asked for (RFC 9110,
 * section 14). A reader that goes away closes the file. `null` when it can't be opened.
 */
export async function sendFile(c: Context, { path, type }: ServedFile): Promise<Response | null> {
  // A pipe that has taken the file's place is not waited for.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  if (handle === null) return null;
  const info = await handle.stat();
  if (!info.isFile()) {
    await handle.close();
    return null;
  }
  const { size } = info;
  // There is nothing by which a part could be known to be of the same file (`If-Range`).
  const range = c.req.header('If-Range') ? 'all' : readRange(c.req.header('Range'), size);
  const headers: Record<string, string> = { 'Content-Type': type, 'Accept-Ranges': 'bytes' };
  if (range === 'none') {
    await handle.close();
    return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` });
  }
  const { first, last } = range === 'all' ? { first: 0, last: size - 1 } : range;
  headers['Content-Length'] = String(last - first + 1);
  if (range !== 'all') headers['Content-Range'] = `bytes ${first}-${last}/${size}`;
  const status = range === 'all' ? 200 : 206;
  if (c.req.method === 'HEAD' || size === 0) {
    await handle.close();
    return c.body(null, status, headers);
  }
  const stream = handle.createReadStream({ start: first, end: last });
  return c.body(Readable.toWeb(stream) as ReadableStream, status, headers);
}
