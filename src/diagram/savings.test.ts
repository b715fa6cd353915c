import { describe, expect, it } from 'vitest';
import { growTree } from './layer-tree.ts';
import { addSavings } from './savings.ts';

const sizes: Record<string, number | null> = { a: 100, b: 10, c: 1, u: null };

function add(images: Record<string, string>, containers: Record<string, string> = {}) {
  return addSavings(
    growTree({
      title: '',
      images: Object.entries(images).map(([name, ids]) => ({
        name,
        layers: [...ids].map((id) => ({ id, made: '', size: sizes[id]! })),
      })),
      containers: Object.entries(containers).map(([name, image]) => ({ name, image, size: null })),
      live: false,
    }),
  );
}

describe('what sharing saves', () => {
  it.each([
    ['one image shares nothing', { web: 'ab' }, {}, [0, 0, 0]],
    ['neither does it with its one container', { web: 'ab' }, { one: 'web' }, [0, 0, 0]],
    ['a second container saves a copy of its image', { web: 'ab' }, { one: 'web', two: 'web' }, [0, 0, 110]],
    ['a second image saves what it has in common', { web: 'ab', app: 'ac' }, {}, [1, 100, 100]],
    ['a third one saves it once more', { web: 'ab', app: 'ac', api: 'a' }, {}, [1, 100, 200]],
    [
      'containers on both images count each',
      { web: 'ab', app: 'ac' },
      { one: 'web', two: 'web', three: 'app' },
      [1, 100, 210],
    ],
    ['a size that nobody knows counts as none', { web: 'aub', app: 'auc' }, {}, [2, 100, 100]],
    ['images without anything in common', { web: 'a', app: 'b' }, {}, [0, 0, 0]],
  ] as const)('%s', (_, images, containers, [sharedLayers, sharedSize, saved]) => {
    expect(add(images, containers)).toEqual({ sharedLayers, sharedSize, saved });
  });
});
