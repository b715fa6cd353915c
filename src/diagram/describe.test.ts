import { describe, expect, it } from 'vitest';
import { describeStack } from './describe.ts';
import type { LayerStack } from './layer-stack.ts';
import { getWords } from './words.ts';

const layer = (id: string, size: number | null = 100) => ({ id, made: '', size });
const tell = (stack: Partial<LayerStack>, lang = 'en') =>
  describeStack({ title: '', images: [], containers: [], live: false, ...stack }, getWords(lang));
const web = { name: 'web', layers: [layer('a'), layer('b', 20)] };

describe('a stack in words', () => {
  it('is named as the author named it, else by what is in it', () => {
    const containers = [{ name: 'one', image: 'web', size: null }];
    expect(tell({ title: 'My stack', images: [web] }).title).toBe('My stack');
    expect(tell({ images: [web] }).title).toBe('Layers of an image');
    expect(tell({ images: [web, web], containers }).title).toBe('Layers of 2 images with a container');
    expect(tell({ images: [web], containers: [...containers, ...containers] }, 'es').title).toBe(
      'Capas de una imagen con 2 contenedores',
    );
  });

  it.each([
    ['sizes add up', [layer('a'), layer('b', 20)], 'The image web has 2 read-only layers, 120 B in all.'],
    ['one layer', [layer('a')], 'The image web has one read-only layer, 100 B in all.'],
    [
      'no size in all where one is not known',
      [layer('a'), layer('b', null)],
      'The image web has 2 read-only layers.',
    ],
    ['no layers', [], 'The image web has 0 read-only layers.'],
    ['layers that nobody knows', null, 'The layers of the image web are not recorded yet.'],
  ])('an image: %s', (_, layers, told) => {
    expect(tell({ images: [{ name: 'web', layers }] }).description).toBe(told);
  });

  it.each([
    [52, 'The container one adds a writable layer of its own on web, 52 B.'],
    [0, 'The container one adds a writable layer of its own on web, 0 B.'],
    [null, 'The container one adds a writable layer of its own on web.'],
  ])('a container of %s bytes', (size, told) => {
    const { description } = tell({ images: [web], containers: [{ name: 'one', image: 'web', size }] });
    expect(description).toBe(`The image web has 2 read-only layers, 120 B in all. ${told}`);
  });

  it.each([
    ['layers', ['a', 'b'], 100, ' 2 layers are shared and kept only once (200 B). Sharing saves 200 B.'],
    ['a layer', ['a'], 100, ' One layer is shared and kept only once (100 B). Sharing saves 100 B.'],
    ['a layer of unknown size', ['a'], null, ' One layer is shared and kept only once.'],
    ['no layer', [], 100, ''],
  ])('says what is shared: %s', (_, ids, size, told) => {
    const layers = ids.map((id) => layer(id, size));
    const images = [
      { name: 'web', layers: [...layers, layer('x', null)] },
      { name: 'app', layers: [...layers, layer('y', null)] },
    ];
    const count = ids.length === 0 ? 'one read-only layer' : `${ids.length + 1} read-only layers`;
    expect(tell({ images }).description).toBe(
      `The image web has ${count}. The image app has ${count}.${told}`,
    );
  });

  it('tells twelve images and containers, and counts the rest', () => {
    const images = Array.from({ length: 13 }, (_, at) => ({ name: `i${at}`, layers: null }));
    const containers = Array.from({ length: 14 }, (_, at) => ({ name: `c${at}`, image: 'i0', size: null }));
    const { description } = tell({ images, containers });
    expect(description).toContain('image i11 ');
    expect(description).not.toContain('image i12 ');
    expect(description).toContain(' 1 more images. ');
    expect(description).toContain('container c11 ');
    expect(description).not.toContain('container c12 ');
    expect(description).toMatch(/ 2 more containers\.$/);
    const few = tell({ images: images.slice(1), containers: containers.slice(2) }).description;
    expect(few).not.toContain('more');
  });
});
