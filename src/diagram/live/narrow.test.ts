import { describe, expect, test } from 'vitest';
import type { LayerStack } from '../layer-stack.ts';
import { narrowStack } from './narrow.ts';

const layer = (id: string, size = 10) => ({ id, made: id, size });
const base: LayerStack = {
  title: '',
  images: [{ name: 'ubuntu:latest', layers: [layer('a'), layer('b')] }],
  containers: [{ name: 'one', image: 'ubuntu:latest', size: 0 }],
  live: true,
};

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

  test('wants all of the block’s images', () => {
    const both = { ...block, images: [...block.images, { name: 'php:8', layers: null }] };
    expect(narrowStack(base, both)).toBeNull();
    const view = { ...base, images: [...base.images, { name: 'php:8', layers: [] }] };
    expect(narrowStack(view, both)?.images.map(({ name }) => name)).toEqual(['ubuntu', 'php:8']);
  });
});
