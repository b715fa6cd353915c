import { expect, test } from 'vitest';
import { ignoreHeldKeys } from './held-keys.ts';

/** What stands on a page, as far as keys go: the names of the elements from it outwards. */
class Spot extends EventTarget {
  private readonly names: string[];
  constructor(...names: string[]) {
    super();
    this.names = names;
  }
  closest(selector: string): string | null {
    const wanted = selector.split(', ');
    return this.names.find((name) => wanted.includes(name)) ?? null;
  }
}

/** Whether a key's press on this place still does what the browser has it do. */
function presses(place: EventTarget, key: string, repeat: boolean): boolean {
  ignoreHeldKeys(place);
  const event = Object.assign(new Event('keydown', { cancelable: true }), { key, repeat });
  return place.dispatchEvent(event);
}

test.each([
  ['Enter', ['button', 'a', 'summary', 'input'], ['textarea', 'li']],
  [' ', ['button', 'summary'], ['a', 'input', 'textarea']],
])('%j that is held presses once what it presses at all', (key, pressed, others) => {
  for (const name of pressed) {
    expect(presses(new Spot('span', name), key, true), name).toBe(false);
    expect(presses(new Spot('span', name), key, false), name).toBe(true);
  }
  for (const name of others) expect(presses(new Spot('span', name), key, true), name).toBe(true);
});

test('other keys go on while they are held, and so do all where nothing is pressed', () => {
  for (const key of ['ArrowRight', 'r', '']) expect(presses(new Spot('button'), key, true)).toBe(true);
  for (const key of ['Enter', ' ']) expect(presses(new EventTarget(), key, true)).toBe(true);
});

test('is heard before anybody who stands in between', () => {
  const listened: unknown[] = [];
  const page = { addEventListener: (...args: unknown[]) => listened.push(args) };
  ignoreHeldKeys(page as unknown as EventTarget);
  expect(listened).toEqual([['keydown', expect.any(Function), { capture: true }]]);
});
