import type { Readable } from 'node:stream';
import { EngineError } from './engine-error.ts';

/** Characters of a line of an engine's report; none comes near. */
const LONGEST = 1024 * 1024;

/**
 * The lines of an engine's stream as they come, also when one is cut over several chunks, and the last one.
 * @throws EngineError when a line does not end
 */
export async function* readLines(stream: Readable): AsyncIterable<string> {
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
    const [first = '', ...more] = chunk.split('\n');
    for (const [index, part] of [first, ...more].entries()) {
      if (index > 0) {
        yield parts.join('');
        parts = [];
        length = 0;
      }
      parts.push(part);
      length += part.length;
      if (length > LONGEST) throw new EngineError('failed', 'the engine sent a line without end');
    }
  }
  yield parts.join('');
}
