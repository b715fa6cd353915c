import { describe, expect, test } from 'vitest';
import type { LayerStack } from '../layer-stack.ts';
import { compareStacks } from './compare.ts';

const layer = (id: string, size = 10) => ({ id, made: id, size });
const base: LayerStack = {
  title: '',
  images: [{ name: 'ubuntu:latest', layers: [layer('a'), layer('b')] }],
  containers: [{ name: 'one', image: 'ubuntu:latest', size: 0 }],
  live: true,
};

describe('compareStacks', () => {
  test('says nothing of two equal views', () => {
    expect(compareStacks(base, structuredClone(base))).toEqual([]);
  });

  test('tells a pulled image with the layers that were there', () => {
    const image = { name: 'web:1', layers: [layer('a'), layer('b'), layer('c')] };
    expect(compareStacks(base, { ...base, images: [...base.images, image] })).toEqual([
      { kind: 'image-came', image: 'web:1', layers: 3, shared: 2 },
    ]);
  });

  test('tells what went before what came, then sizes with their files', () => {
    const before = {
      ...base,
      containers: [...base.containers, { name: 'old', image: 'ubuntu:latest', size: 1 }],
    };
    const after = {
      ...base,
      containers: [
        { name: 'one', image: 'ubuntu:latest', size: 52 },
        { name: 'two', image: 'ubuntu:latest', size: 7 },
      ],
    };
    expect(compareStacks(before, after, (name) => [`/${name}.txt`])).toEqual([
      { kind: 'container-went', image: 'ubuntu:latest', container: 'old' },
      { kind: 'container-came', container: 'two', image: 'ubuntu:latest' },
      { kind: 'size', image: 'ubuntu:latest', container: 'one', from: 0, to: 52, paths: ['/one.txt'] },
    ]);
  });

  test('a size that becomes known is no change', () => {
    const unknown = { ...base, containers: [{ ...base.containers[0]!, size: null }] };
    expect(compareStacks(unknown, base)).toEqual([]);
    expect(compareStacks(base, unknown)).toEqual([]);
  });

  test.each([
    ['without layers that anybody knows', null, 0, 0],
    ['all of whose layers were there', ['a', 'b'], 2, 2],
    ['none of whose layers was there', ['x'], 1, 0],
    ['whose upper layer was there, upon another one', ['x', 'b'], 2, 0],
  ])('an image %s', (_, ids, layers, shared) => {
    const image = { name: 'web:1', layers: ids?.map((id) => layer(id)) ?? null };
    expect(compareStacks(base, { ...base, images: [...base.images, image] })).toEqual([
      { kind: 'image-came', image: 'web:1', layers, shared },
    ]);
  });

  test('the layers of an image that nobody knows are none that were there', () => {
    const before = { ...base, images: [...base.images, { name: 'other', layers: null }] };
    const after = { ...before, images: [...before.images, { name: 'web', layers: [layer('b')] }] };
    expect(compareStacks(before, after)).toEqual([
      { kind: 'image-came', image: 'web', layers: 1, shared: 1 },
    ]);
  });

  test('tells containers before the images that they stood on, and images before what stands on them', () => {
    const nothing = { ...base, images: [], containers: [] };
    expect(compareStacks(base, nothing)).toEqual([
      { kind: 'container-went', image: 'ubuntu:latest', container: 'one' },
      { kind: 'image-went', image: 'ubuntu:latest' },
    ]);
    expect(compareStacks(nothing, base)).toEqual([
      { kind: 'image-came', image: 'ubuntu:latest', layers: 2, shared: 0 },
      { kind: 'container-came', image: 'ubuntu:latest', container: 'one' },
    ]);
  });

  test('a size without files that anybody told', () => {
    const after = { ...base, containers: [{ ...base.containers[0]!, size: 5 }] };
    expect(compareStacks(base, after)).toEqual([
      { kind: 'size', image: 'ubuntu:latest', container: 'one', from: 0, to: 5, paths: [] },
    ]);
  });
});
