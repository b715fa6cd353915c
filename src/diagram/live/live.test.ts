import { describe, expect, test } from 'vitest';
import type { LayerStack } from '../model.ts';
import { compareStacks } from './compare.ts';
import { narrowStack } from './narrow.ts';
import { tellChange } from './tell.ts';

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
});

describe('narrowStack', () => {
  const block: LayerStack = {
    title: 'T',
    images: [{ name: 'ubuntu', layers: null }],
    containers: [],
    live: true,
  };

  test('keeps the block’s images under its names, and their containers', () => {
    const view = {
      ...base,
      images: [...base.images, { name: 'php:8', layers: [] }],
      containers: [...base.containers, { name: 'p', image: 'php:8', size: 1 }],
    };
    expect(narrowStack(view, block)).toEqual({
      title: 'T',
      images: [{ name: 'ubuntu', layers: base.images[0]!.layers }],
      containers: [{ name: 'one', image: 'ubuntu', size: 0 }],
      live: true,
    });
  });

  test.each(['ubuntu:latest', 'docker.io/library/ubuntu', 'docker.io/library/ubuntu:latest'])(
    '%s is ubuntu',
    (name) => {
      const view = { ...base, images: [{ ...base.images[0]!, name }], containers: [] };
      expect(narrowStack(view, block)?.images[0]?.name).toBe('ubuntu');
    },
  );

  test.each(['ubuntu:22.04', 'me/ubuntu', 'registry.example:5000/ubuntu'])('%s is not ubuntu', (name) => {
    expect(narrowStack({ ...base, images: [{ ...base.images[0]!, name }] }, block)).toBeNull();
  });
});

describe('tellChange', () => {
  test('names the files of a size', () => {
    const change = {
      kind: 'size' as const,
      image: 'ubuntu',
      container: 'contenedor1',
      from: 0,
      to: 52,
      paths: ['/file.txt', '/root/.bash_history'],
    };
    expect(tellChange(change, 'es')).toBe('contenedor1: 0 B → 52 B, file.txt, .bash_history');
  });

  test('counts files beyond three', () => {
    const paths = ['/a', '/b', '/c', '/d', '/e'];
    const change = { kind: 'size' as const, image: 'ubuntu', container: 'c', from: 52, to: 1500, paths };
    expect(tellChange(change, 'en')).toBe('c: 52 B → 1.5 kB, a, b, c, and 2 more');
  });

  test.each([
    ['es', 'web: imagen de 3 capas, 2 ya estaban'],
    ['en', 'web: image of 3 layers, 2 already here'],
  ])('an image that shares, in %s', (lang, told) => {
    expect(tellChange({ kind: 'image-came', image: 'web', layers: 3, shared: 2 }, lang)).toBe(told);
  });
});
