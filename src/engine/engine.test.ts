import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectEngine, findEngine } from './engine.ts';
import { readEvents } from './events.ts';
import { followPull, type PullProgress } from './pull.ts';

// The client takes long to load: no test shall wait for that.
beforeAll(() => import('dockerode'), 60_000);

let server: Server | null = null;
afterEach(() => server?.close());

describe('no engine', () => {
  it('is null where nobody listens, and says what was tried', async () => {
    const env = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };
    expect(await connectEngine(env)).toBeNull();
    const { tried } = await findEngine(env);
    expect(tried[0]).toMatchObject({ address: { from: 'DOCKER_HOST' }, problem: { code: 'unreachable' } });
  });

  it('is null for an address that nobody understands', async () => {
    const { engine, tried } = await findEngine({ DOCKER_HOST: 'gopher://x' });
    expect(engine).toBeNull();
    expect(tried[0]?.problem.message).toContain('gopher://x');
  });

  it('does not wait for one that accepts and never answers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'capas-engine-'));
    server = createServer(() => {}).listen(join(folder, 'sock'));
    const started = performance.now();
    const { tried } = await findEngine({ DOCKER_HOST: `unix://${folder}/sock` });
    expect(tried[0]?.problem.code).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(4_000);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('events', () => {
  it('are read also when one is cut over two chunks', async () => {
    const stream = new PassThrough();
    const text = JSON.stringify({
      Type: 'container',
      Action: 'start',
      Actor: { ID: 'a1', Attributes: { name: 'ñ' } },
      timeNano: 5e6,
    });
    const bytes = Buffer.from(`${text}\n${text}\n`);
    for (let at = 0; at < bytes.length; at += 7) stream.write(bytes.subarray(at, at + 7));
    const stop = new AbortController();
    const read = [];
    for await (const event of readEvents(stream, stop.signal)) {
      read.push(event);
      if (read.length === 2) stop.abort();
    }
    expect(read[1]).toEqual({
      type: 'container',
      action: 'start',
      id: 'a1',
      attributes: { name: 'ñ' },
      at: 5,
    });
  });

  it('end with an error when the engine does', async () => {
    const stream = new PassThrough();
    stream.end();
    const read = async () => {
      for await (const _ of readEvents(stream, new AbortController().signal));
    };
    await expect(read()).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('a pull', () => {
  const report = (...lines: object[]) =>
    PassThrough.from(lines.map((line) => `${JSON.stringify(line)}\r\n`)) as PassThrough;

  it('sums its layers up', async () => {
    const progress: PullProgress[] = [];
    await followPull(
      report(
        { status: 'Pulling from library/ubuntu', id: 'latest' },
        { status: 'Already exists', id: 'a' },
        { status: 'Downloading', id: 'b', progressDetail: { current: 10, total: 40 } },
        { status: 'Pull complete', id: 'b', progressDetail: {} },
      ),
      (one) => progress.push(one),
    );
    expect(progress[2]).toEqual({ status: 'Downloading', layers: 2, done: 1, bytes: 10, total: 40 });
    expect(progress.at(-1)).toMatchObject({ layers: 2, done: 2, bytes: 40, total: 40 });
  });

  it('fails with the words of the registry', async () => {
    await expect(followPull(report({ error: 'manifest unknown' }), () => {})).rejects.toMatchObject({
      code: 'failed',
      message: 'manifest unknown',
    });
  });
});
