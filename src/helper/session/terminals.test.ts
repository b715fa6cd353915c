import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HIGH_WATER } from './output-feed.ts';
import { SCROLLBACK } from './scrollback.ts';
import { Terminals, type Viewer } from './terminals.ts';

let terminals: Terminals;
let flow: string[];
beforeEach(() => {
  flow = [];
  terminals = new Terminals({
    pause: (number) => flow.push(`pause ${number}`),
    resume: (number) => flow.push(`resume ${number}`),
  });
});
afterEach(() => terminals.close());

class FakeViewer implements Viewer {
  readonly leads: boolean;
  isLost = false;
  private readonly printed = new Map<number, Buffer[]>();

  constructor(leads: boolean) {
    this.leads = leads;
  }

  sendOutput(terminal: number, bytes: Buffer): void {
    this.printed.set(terminal, [...(this.printed.get(terminal) ?? []), bytes]);
  }

  lost(): void {
    this.isLost = true;
  }

  text(terminal = 1): string {
    return Buffer.concat(this.printed.get(terminal) ?? []).toString();
  }
}

function join(leads = true, seen = 0) {
  const viewer = new FakeViewer(leads);
  const begin = terminals.add(viewer, seen);
  terminals.pumpAll();
  return { viewer, begin };
}

describe('what decks are shown', () => {
  it('is the same for all, each terminal for itself', () => {
    const [first, second] = [join(), join(false)];
    terminals.push(1, Buffer.from('one'));
    terminals.push(2, Buffer.from('two'));
    for (const { viewer } of [first, second])
      expect([viewer.text(1), viewer.text(2)]).toEqual(['one', 'two']);
  });

  it('is all that was printed, to one that comes late', () => {
    terminals.push(1, Buffer.from('before '));
    const { viewer, begin } = join();
    expect(begin).toEqual([{ terminal: 1, bytes: 7, from: 0, columns: 80, rows: 24 }]);
    terminals.push(1, Buffer.from('after'));
    expect(viewer.text()).toBe('before after');
  });

  it('is what it lacks, to one that comes back', () => {
    terminals.push(1, Buffer.from('seen, missed'));
    const { viewer, begin } = join(true, 6);
    expect(begin[0]).toMatchObject({ from: 6, bytes: 12 });
    expect(viewer.text()).toBe('missed');
  });

  it('is all, to one that saw another session, longer than this', () => {
    terminals.push(1, Buffer.from('new'));
    expect(join(true, 1000).viewer.text()).toBe('new');
  });

  it('is nothing of a demo that was undone', () => {
    terminals.push(1, Buffer.from('old'));
    terminals.forget();
    terminals.push(1, Buffer.from('new'));
    expect(join().viewer.text()).toBe('new');
  });
});

describe('a flood', () => {
  it('stops the session while the deck that leads has too much to draw', () => {
    const { viewer } = join();
    terminals.push(1, Buffer.alloc(HIGH_WATER + 1));
    expect(flow).toEqual(['pause 1']);
    terminals.acknowledge(1, viewer, HIGH_WATER);
    expect(flow).toEqual(['pause 1', 'resume 1']);
  });

  it('goes on when that deck goes away', () => {
    const { viewer } = join();
    terminals.push(1, Buffer.alloc(HIGH_WATER + 1));
    terminals.remove(viewer);
    expect(flow).toEqual(['pause 1', 'resume 1']);
  });

  it('does not wait for one that only watches: that one is told when it has missed something', () => {
    const { viewer } = join(false);
    terminals.push(1, Buffer.alloc(HIGH_WATER + 1));
    terminals.push(1, Buffer.alloc(SCROLLBACK));
    terminals.push(1, Buffer.from('x'));
    expect(flow).toEqual([]);
    expect(viewer.isLost).toBe(true);
  });
});

it('a terminal’s size is the last one asked for', () => {
  expect(terminals.size(2)).toEqual({ columns: 80, rows: 24 });
  terminals.resize(2, 120, 40);
  expect(terminals.size(2)).toEqual({ columns: 120, rows: 40 });
});
