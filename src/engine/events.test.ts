import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type EngineEvent, readEvents } from './events.ts';

/** What is read of a stream until it ends or breaks, and how it ended. */
async function read(stream: PassThrough, stop = new AbortController()) {
  const events: EngineEvent[] = [];
  try {
    for await (const event of readEvents(stream, stop.signal)) events.push(event);
    return { events, problem: null };
  } catch (error) {
    return { events, problem: error as Error };
  }
}

const write = (...lines: string[]) => {
  const stream = new PassThrough();
  for (const line of lines) stream.write(line);
  stream.end();
  return stream;
};

describe('an event', () => {
  it.each([
    [
      {
        Type: 'container',
        Action: 'die',
        Actor: { ID: 'a', Attributes: { exitCode: '1' } },
        timeNano: 1.9e6,
      },
      { type: 'container', action: 'die', id: 'a', attributes: { exitCode: '1' }, at: 1 },
    ],
    [{ time: 2 }, { type: '', action: '', id: '', attributes: {}, at: 2_000 }],
    [{ Actor: {} }, { type: '', action: '', id: '', attributes: {}, at: 0 }],
  ])('%j', async (raw, event) => {
    expect((await read(write(`${JSON.stringify(raw)}\n`))).events).toEqual([event]);
  });

  it('is none where a line is blank or no JSON', async () => {
    const { events } = await read(write('\n', '  \n', 'nonsense\n', '{"Type":"image"}\n', '{"Type":"cut'));
    expect(events.map(({ type }) => type)).toEqual(['image']);
  });

  it('may hold a letter that is cut over two chunks', async () => {
    const bytes = Buffer.from('{"Type":"ñ"}\n');
    const stream = new PassThrough();
    for (const byte of bytes) stream.write(Buffer.from([byte]));
    stream.end();
    expect((await read(stream)).events[0]?.type).toBe('ñ');
  });
});

describe('the stream', () => {
  it('that ends is an engine that went away', async () => {
    expect((await read(write())).problem).toMatchObject({
      ...{ code: 'unreachable', message: 'the engine went away' },
    });
  });

  it('that breaks too, with the cause', async () => {
    const stream = new PassThrough();
    const cause = new Error('reset');
    stream.destroy(cause);
    expect((await read(stream)).problem).toMatchObject({
      ...{ code: 'unreachable', message: 'the engine went away', cause },
    });
  });

  it('is closed, and no error, when nobody wants it any more', async () => {
    const [stream, stop] = [new PassThrough(), new AbortController()];
    const reading = read(stream, stop);
    stop.abort();
    expect((await reading).problem).toBeNull();
    expect(stream.destroyed).toBe(true);
  });

  it('is closed when its reader stops', async () => {
    const stream = new PassThrough();
    stream.write('{}\n');
    for await (const _ of readEvents(stream, new AbortController().signal)) break;
    expect(stream.destroyed).toBe(true);
  });
});
