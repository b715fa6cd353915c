import { expect, it } from 'vitest';
import type { Line } from '../../lines.ts';
import { SetAside } from './set-aside.ts';

const line = (text: string): Line => ({ text, number: 1 });

function setAside(...shown: string[]) {
  const out: Line[] = [line('before')];
  return { out, aside: new SetAside(out, new Set(shown)) };
}

it.each([
  ['name = "a value"', 'a value'],
  ["name = 'it'", 'it'],
  ['name = ""', ''],
  ['name = other | upcase', undefined],
])('assigns %s', (inside, value) => {
  const { aside } = setAside();
  aside.assign(inside, 7);
  expect(aside.variables.get('name')).toEqual(value === undefined ? undefined : [{ text: value, number: 7 }]);
});

it('takes captured lines out of the page, for where they are shown', () => {
  const { out, aside } = setAside('name');
  expect(aside.capture('"name"', 3)).toBe(false);
  out.push(line('kept'));
  expect(aside.open).toBe(3);
  aside.endCapture();
  expect([out, aside.variables.get('name'), aside.open]).toEqual([[line('before')], [line('kept')], null]);
});

it('leaves lines where they are when nobody shows them', () => {
  const { out, aside } = setAside('other');
  aside.capture('name', 3);
  out.push(line('kept'));
  aside.endCapture();
  expect([out.length, aside.variables.size]).toEqual([2, 0]);
});

it('says that a capture begins within another, or within a comment', () => {
  const { aside } = setAside('one', 'two');
  aside.capture('one', 3);
  expect(aside.capture('two', 4)).toBe(true);
});

it('hides what stands in a comment, which no end of a capture closes', () => {
  const { out, aside } = setAside();
  aside.hide(3);
  out.push(line('hidden'));
  aside.endCapture();
  expect([out.length, aside.open]).toEqual([2, 3]);
  aside.endHiding();
  expect([out, aside.open]).toEqual([[line('before')], null]);
});

it('closes no capture at the end of a comment', () => {
  const { out, aside } = setAside('name');
  aside.capture('name', 3);
  out.push(line('kept'));
  aside.endHiding();
  expect([out.length, aside.open]).toEqual([2, 3]);
});
