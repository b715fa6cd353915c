import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineSocket } from './engine-socket.fixture.ts';
import { EngineWatch } from './engine-watch.ts';

let folder: string;
let socket: EngineSocket;
let watch: EngineWatch;
/** Versions of engines that came; `null` for one that went. */
let seen: (string | null)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-watch-'));
  socket = new EngineSocket(join(folder, 'sock'));
  seen = [];
  watch = new EngineWatch({
    env: { DOCKER_HOST: socket.host },
    onChange: (engine) => seen.push(engine?.version ?? null),
  });
});
afterEach(async () => {
  watch.close();
  await socket.stop();
  rmSync(folder, { recursive: true });
});

const sees = (...versions: (string | null)[]) =>
  vi.waitFor(() => expect(seen).toEqual(versions), { timeout: 5000 });

describe('an engine', () => {
  it('is there after the first look', async () => {
    await socket.start();
    await watch.start();
    expect(watch.engine?.name).toBe('Docker');
    expect(seen).toEqual(['99.1']);
  });

  it.each([
    ['is killed', () => socket.stop()],
    ['hangs', () => socket.hang()],
  ])('that %s is gone within two seconds', async (_, end) => {
    await socket.start();
    await watch.start();
    const started = performance.now();
    await end();
    await sees('99.1', null);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(watch.engine === null).toBe(true);
  });

  it('is found when it comes later, and when it comes back', async () => {
    await watch.start();
    expect(seen).toEqual([]);
    await socket.start();
    await sees('99.1');
    await socket.stop();
    await sees('99.1', null);
    await socket.start();
    await sees('99.1', null, '99.1');
    expect(watch.engine?.version).toBe('99.1');
  }, 15_000);

  it('is no longer told of once nobody asks', async () => {
    await socket.start();
    await watch.start();
    const gone = vi.fn();
    void watch.engine!.waitUntilGone(new AbortController().signal).then(gone);
    watch.close();
    await socket.stop();
    await vi.waitFor(() => expect(gone).toHaveBeenCalled(), { timeout: 3000 });
    expect(seen).toEqual(['99.1']);
  });
});
