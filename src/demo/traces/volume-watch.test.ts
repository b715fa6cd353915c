import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EngineEvent } from '../../engine/engine.ts';
import { VolumeWatch } from './volume-watch.ts';

/** An engine that tells what a test says. */
class Teller {
  private wake: () => void = () => {};
  private readonly told: EngineEvent[] = [];
  private isOver = false;

  events = (signal: AbortSignal, onOpen?: () => void) => this.tell(signal, onOpen);

  async destroy(id: string, type = 'volume'): Promise<void> {
    this.told.push({ type, action: 'destroy', id, attributes: {}, at: 0 });
    await this.pass();
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.pass();
  }

  private async pass(): Promise<void> {
    this.wake();
    await new Promise(setImmediate);
  }

  private async *tell(signal: AbortSignal, onOpen: () => void = () => {}): AsyncGenerator<EngineEvent> {
    onOpen();
    while (!signal.aborted && !this.isOver) {
      yield* this.told.splice(0);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        signal.addEventListener('abort', () => resolve());
      });
    }
    yield* this.told.splice(0);
    if (this.isOver) throw new Error('gone');
  }
}

let engine: Teller;
let watch: VolumeWatch;
beforeEach(async () => {
  engine = new Teller();
  watch = new VolumeWatch();
  await watch.start(engine);
  watch.add('data');
});
afterEach(() => watch.stop());

it('a volume is the demo’s until the engine tells that somebody removed it', async () => {
  await engine.destroy('other');
  await engine.destroy('data', 'container');
  expect([watch.takeLost(), [...watch.names]]).toEqual([[], ['data']]);
  await engine.destroy('data');
  expect([watch.takeLost(), [...watch.names]]).toEqual([['data'], []]);
  expect(watch.takeLost()).toEqual([]);
});

it('one that the demo itself removed and made anew is its own, whenever the engine tells of the removal', async () => {
  watch.drop('data');
  await engine.destroy('data');
  watch.add('data');
  expect([watch.takeLost(), [...watch.names]]).toEqual([[], ['data']]);
  watch.drop('data');
  watch.add('data');
  await engine.destroy('data');
  expect([watch.takeLost(), [...watch.names]]).toEqual([[], ['data']]);
  await engine.destroy('data');
  watch.drop('data');
  watch.add('data');
  expect([watch.takeLost(), [...watch.names]]).toEqual([[], ['data']]);
});

it('one that the demo makes after somebody removed it is its own', async () => {
  await engine.destroy('data');
  watch.add('data');
  expect([watch.takeLost(), [...watch.names]]).toEqual([[], ['data']]);
});

it('nothing is certain once the engine can’t be heard', async () => {
  await engine.end();
  expect([...watch.names]).toEqual([]);
  watch.add('later');
  expect([...watch.names]).toEqual([]);
});

it('an engine that can’t be heard at all does not hold up the demo', async () => {
  await watch.start({
    // biome-ignore lint/correctness/useYield: it fails before it could.
    async *events() {
      throw new Error('no');
    },
  });
  watch.add('data');
  expect([...watch.names]).toEqual([]);
});
