import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeEngine, makeFakeEngine } from '../engine.fixture.ts';
import { observeBuildKit } from './buildkit.ts';
import { readCall } from './calls.ts';
import type { Fact, Known } from './facts.ts';
import { ProxyRoom, readToEnd } from './proxy.fixture.ts';

let engine: FakeEngine;
let known: Known;
beforeEach(() => {
  engine = makeFakeEngine();
  known = { owns: () => false };
});

const OURS = `sha256:${'a'.repeat(64)}`;
const THEIRS = `sha256:${'b'.repeat(64)}`;

/** A field of protobuf whose value is bytes (https://protobuf.dev/programming-guides/encoding/). */
function field(number: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value);
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length % 128) + 128, bytes.length >> 7];
  return Buffer.concat([Buffer.from([number * 8 + 2, ...length]), bytes]);
}

const entry = (key: string, value: string) => Buffer.concat([field(1, key), field(2, value)]);
const solved = (key: string, value: string) => field(1, entry(key, value));

/** A build whose engine sends these pieces while these images come; gives what is known of it. */
async function build(pieces: readonly Buffer[], images: Record<string, string[]>): Promise<Fact[]> {
  const observer = await observeBuildKit(readCall('POST', '/grpc'), engine, known);
  for (const piece of pieces) observer.overhear?.(piece);
  Object.assign(engine.imagesHeld, images);
  return observer.end(null, false);
}

const image = (reference: string, id: string, sure = true): Fact => ({
  what: 'made',
  thing: { kind: 'image', reference, id, sure },
});

describe('what appears while BuildKit’s connection is open', () => {
  const both = { [OURS]: ['app:1', 'app:latest'], [THEIRS]: ['theirs:1'] };

  it.each(['containerimage.digest', 'containerimage.config.digest'])(
    'is surely the build’s where its %s tells the id, however the bytes are cut; the rest is in doubt',
    async (key) => {
      const bytes = Buffer.concat([
        field(1, entry('image.name', 'app:1')),
        solved(key, OURS),
        field(2, 'rest'),
      ]);
      for (let at = 0; at <= bytes.length; at++) {
        engine.imagesHeld = {};
        expect(await build([bytes.subarray(0, at), bytes.subarray(at)], both)).toEqual([
          image('app:1', OURS),
          image('app:latest', OURS),
          image('theirs:1', THEIRS, false),
        ]);
      }
    },
  );

  it('is surely the build’s in what Docker 20.10 answers to buildx 0.10: a frame of HTTP/2, around gRPC', async () => {
    const frame = Buffer.from(
      '00006700000000000d00000000620a600a15636f6e7461696e6572696d6167652e64696765737412477368613235363a333566656633' +
        '39306636366439663535313338323236363830316639336338306164636664663366373264316461366365623836636663376362303235' +
        '373866000001010500000011be',
      'hex',
    );
    const id = 'sha256:35fef390f66d9f551382266801f93c80adcfdf3f72d1da6ceb86cfc7cb02578f';
    expect(await build([frame], { [id]: ['app:1'] })).toEqual([image('app:1', id)]);
  });

  it('is surely the build’s also without a name, but not where it was there', async () => {
    engine.imagesHeld = { [THEIRS]: [] };
    const answers = [solved('containerimage.digest', OURS), solved('containerimage.digest', THEIRS)];
    expect(await build(answers, { [OURS]: [] })).toEqual([image(OURS, OURS)]);
  });

  it('is in doubt when the build fails: it tells no image', async () => {
    expect(await build([Buffer.from('failed to solve')], { [THEIRS]: ['app:1'] })).toEqual([
      image('app:1', THEIRS, false),
    ]);
  });

  it.each([
    ['the history of builds, which has those of others', field(9, entry('containerimage.digest', THEIRS))],
    ['what a program of the build prints', Buffer.from(`containerimage.digest ${THEIRS}`)],
    ['another key', solved('containerimage.other.digest', THEIRS)],
  ])('is in doubt where only %s tells of it', async (_, bytes) => {
    expect(await build([bytes], { [THEIRS]: ['app:1'] })).toEqual([image('app:1', THEIRS, false)]);
  });

  it('is not what was there, and not once more what a call told before', async () => {
    engine.imagesHeld = { [THEIRS]: ['theirs:1'] };
    known = { owns: (reference, id) => reference === 'app:1' && id === OURS };
    expect(await build([solved('containerimage.digest', OURS)], both)).toEqual([image('app:latest', OURS)]);
  });

  it('is told through the proxy, from what the engine sends', async () => {
    const room = new ProxyRoom();
    room.upgrade = (_, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
      room.engine.imagesHeld = both;
      socket.end(solved('containerimage.digest', OURS));
    };
    const socket = room.connect();
    socket.write('POST /grpc HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n');
    socket.write(solved('containerimage.digest', THEIRS));
    await readToEnd(socket);
    socket.end();
    await expect
      .poll(() => room.kept)
      .toEqual([image('app:1', OURS), image('app:latest', OURS), image('theirs:1', THEIRS, false)]);
    await room.close();
  });
});
