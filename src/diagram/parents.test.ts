import { describe, expect, it } from 'vitest';
import { readLayers } from './layers.ts';

/** What an image of `images:` becomes: the ids of its layers, bottom first, and each complaint at its line. */
function join(...images: string[]) {
  const { stack, diagnostics } = readLayers(
    ['images:', ...images.map((one) => `- { ${one} }`)].join('\n'),
    1,
  );
  const layers = stack!.images.map(
    (image) => `${image.name}: ${image.layers?.map(({ id }) => id).join(' ') ?? 'unknown'}`,
  );
  return [...layers, ...diagnostics.map(({ line, message }) => `line ${line}: ${message}`)];
}

const circle = 'Images build on each other in a circle: ';

describe('an image that builds on another one', () => {
  it.each([
    [
      'has its layers below its own',
      ['name: a, layers: [{ id: x }]', 'name: b, from: a, layers: [{ id: y }]'],
      ['a: x', 'b: x y'],
    ],
    [
      'also where it stands before it',
      ['name: b, from: a, layers: [{ id: y }]', 'name: a, layers: [{ id: x }]'],
      ['b: x y', 'a: x'],
    ],
    [
      'is the same where it adds nothing',
      ['name: a, layers: [{ id: x }]', 'name: b, from: a'],
      ['a: x', 'b: x'],
    ],
    [
      'and so on down to the ground',
      [
        'name: a, layers: [{ id: x }]',
        'name: b, from: a, layers: [{ id: y }]',
        'name: c, from: b, layers: [{ id: z }]',
      ],
      ['a: x', 'b: x y', 'c: x y z'],
    ],
    [
      'has its own alone where the other’s are not known',
      ['name: a', 'name: b, from: a, layers: [{ id: y }]'],
      ['a: unknown', 'b: y'],
    ],
  ])('%s', (_, images, joined) => {
    expect(join(...images)).toEqual(joined);
  });

  it('that is not there is told once, where it is named', () => {
    expect(join('name: b, from: a, layers: [{ id: y }]', 'name: c, from: b, layers: [{ id: z }]')).toEqual([
      'b: y',
      'c: y z',
      'line 2: Image “b” builds on “a”, which is not among the images',
    ]);
  });

  it('and that on it: each of the circle tells it from itself on, who stands outside does not', () => {
    expect(
      join(
        'name: out, from: a',
        'name: a, from: b',
        'name: b, from: c',
        'name: c, from: a',
        'name: self, from: self',
      ),
    ).toEqual([
      ...['out: ', 'a: ', 'b: ', 'c: ', 'self: '],
      `line 3: ${circle}a → b → c → a`,
      `line 4: ${circle}b → c → a → b`,
      `line 5: ${circle}c → a → b → c`,
      `line 6: ${circle}self → self`,
    ]);
  });

  it('twice under one name is the first one', () => {
    expect(join('name: a, layers: [{ id: x }]', 'name: a, layers: [{ id: y }]')).toEqual([
      'a: x',
      'line 3: Image “a” stands here twice',
    ]);
  });

  it('says what to do', () => {
    const { diagnostics } = readLayers(
      'images: [{ name: a, from: a }, { name: a }, { name: b, from: none }]',
      1,
    );
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['layers-twice', 'Remove one of them.'],
      ['layers-cycle', 'Remove one `from:`.'],
      ['layers-missing-image', 'Add it under `images:`, or remove `from:`.'],
    ]);
  });
});
