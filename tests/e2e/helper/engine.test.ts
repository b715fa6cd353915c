import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EngineSocket } from '../../../src/helper/session/engine-socket.fixture.ts';
import { Room, type Screen } from './room.ts';

let room: Room;
let engine: EngineSocket;
let deck: Screen;
beforeEach(async () => {
  room = new Room();
  engine = new EngineSocket(join(room.folder, 'engine'));
  await engine.start();
  const bin = join(room.folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'docker'), '#!/bin/sh\necho begun\nsleep 1000\n');
  chmodSync(join(bin, 'docker'), 0o755);
  await room.open(['docker run ubuntu', 'echo plain'], {
    DOCKER_HOST: engine.host,
    PATH: `${bin}:${process.env['PATH']}`,
  });
  deck = await room.lead();
});
afterEach(async () => {
  await room.close();
  await engine.stop();
});

it('a deck is told of the engine when it comes', () => {
  expect(deck.welcome.engine).toEqual({ needed: true, available: true, name: 'Docker', version: '99.1' });
});

describe('an engine that goes while a step runs', () => {
  it.each([
    ['killed', () => engine.stop()],
    ['hung', () => engine.hang()],
  ])('%s: the step has failed within two seconds, and the shell goes on', async (_, end) => {
    const step = await room.step('docker run ubuntu');
    deck.run(step);
    await deck.until(step, 'running');
    await expect.poll(() => deck.text).toContain('begun');
    const started = performance.now();
    await end();
    const { note } = await deck.until(step, 'failed');
    expect(performance.now() - started).toBeLessThan(2000);
    expect(note).toBe('The container engine no longer answers.');
    expect((await deck.next('engine')).engine).toMatchObject({ needed: true, available: false });
    const plain = await room.step('echo plain');
    deck.run(plain);
    expect(await deck.until(plain, 'done', 'failed')).toMatchObject({ state: 'done', exit: 0 });
  });

  it('is told of when it comes back', async () => {
    await engine.stop();
    expect((await deck.next('engine')).engine.available).toBe(false);
    await engine.start();
    expect((await deck.next('engine')).engine).toMatchObject({ available: true, version: '99.1' });
  });
});
