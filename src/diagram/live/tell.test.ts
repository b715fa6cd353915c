import { describe, expect, test } from 'vitest';
import type { LayerChange } from './engine-view.ts';
import { tellChange } from './tell.ts';

const size = (...paths: string[]): LayerChange => ({
  ...{ kind: 'size', image: 'ubuntu', container: 'one', from: 0, to: 52, paths },
});

describe('tellChange', () => {
  test.each<[LayerChange, string, string]>([
    [
      { kind: 'image-came', image: 'web', layers: 3, shared: 2 },
      'web: imagen de 3 capas, 2 ya estaban',
      'web: image of 3 layers, 2 already here',
    ],
    [{ kind: 'image-went', image: 'web' }, 'web: la imagen ya no está', 'web: the image is gone'],
    [
      { kind: 'container-came', image: 'web', container: 'one' },
      'one: nueva capa de escritura sobre web',
      'one: a new writable layer on web',
    ],
    [
      { kind: 'container-went', image: 'web', container: 'one' },
      'one: borrado, y con él su capa',
      'one: removed, and its layer with it',
    ],
    [size(), 'one: 0 B → 52 B', 'one: 0 B → 52 B'],
    [
      size('/file.txt', '/root/.bash_history'),
      'one: 0 B → 52 B, file.txt, .bash_history',
      'one: 0 B → 52 B, file.txt, .bash_history',
    ],
    [size('/a', '/b', '/c'), 'one: 0 B → 52 B, a, b, c', 'one: 0 B → 52 B, a, b, c'],
    [
      size('/a', '/b', '/c', '/d', '/e'),
      'one: 0 B → 52 B, a, b, c, y 2 más',
      'one: 0 B → 52 B, a, b, c, and 2 more',
    ],
    [size('/var/log//', '/'), 'one: 0 B → 52 B, log, /', 'one: 0 B → 52 B, log, /'],
  ])('%o', (change, spanish, english) => {
    expect([tellChange(change, 'es'), tellChange(change, 'en')]).toEqual([spanish, english]);
  });
});
