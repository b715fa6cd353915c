import { expect, it } from 'vitest';
import { type Atom, leaf } from './atoms.ts';
import { breakIntoSlides } from './break-into-slides.ts';
import { paragraph } from './slides.fixture.ts';

const ROOM = 500;
const part = (height: number, more: Partial<Atom> = {}) => leaf(paragraph('x'), height, more);
const parts = (count: number, height: number) => Array.from({ length: count }, () => part(height));
const sizes = (atoms: Atom[]) => breakIntoSlides(atoms, ROOM).map(({ atoms }) => atoms.length);

it.each<[string, Atom[], number[]]>([
  ['leaves on one slide what fits there', parts(4, 100), [4]],
  ['parts evenly what does not', parts(6, 100), [3, 3]],
  ['counts the space between', parts(5, 90), [2, 3]],
  ['shrinks type before it makes a slide more', parts(5, 100).map((one) => ({ ...one, dense: 80 })), [5]],
  [
    'keeps what leads on with what follows',
    [...parts(2, 100), part(100, { leads: true }), ...parts(3, 100)],
    [2, 4],
  ],
  [
    'begins where a reader pauses',
    [...parts(2, 100), part(100, { reluctance: -200 }), ...parts(3, 100)],
    [2, 4],
  ],
  [
    'begins nowhere where it hurts',
    [...parts(3, 100), part(100, { reluctance: 500 }), ...parts(2, 100)],
    [2, 4],
  ],
  ['leaves a too tall part alone', [part(100), part(900), part(100)], [1, 1, 1]],
  ['makes no slide for what is said only', [...parts(2, 200), part(0, { part: null })], [3]],
])('%s', (_, atoms, found) => {
  expect(sizes(atoms)).toEqual(found);
});

it('parts what has too many words, though it would fit', () => {
  const wordy = (words: number) => part(200, { prose: paragraph('word '.repeat(words).trim()) });
  expect(sizes([wordy(20), wordy(20)])).toEqual([2]);
  expect(sizes([wordy(60), wordy(60)])).toEqual([1, 1]);
});

it('tells how much of the room is taken, pictures as large as there is room', () => {
  const fill = (...atoms: Atom[]) => breakIntoSlides(atoms, ROOM)[0]!.fill;
  expect(fill(part(250))).toBe(0.5);
  expect(fill(part(100), part(100))).toBe(0.44);
  expect(fill(part(200, { height: 900 }))).toBe(1);
  expect(fill(part(550, { dense: 450 }))).toBe(1.1);
});
