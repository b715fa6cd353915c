import { describe, expect, it } from 'vitest';
import type { LayerStack } from './layer-stack.ts';
import { growTree, type Trunk } from './layer-tree.ts';

const makeLayers = (ids: string) => [...ids].map((id) => ({ id, made: '', size: 1 }));

/** `ab(web) [c(app)]`: two layers that end in an image, and what another one adds to them. */
function sketch(trunks: Trunk[]): string {
  return trunks
    .map(({ layers, images, tops, branches }) => {
      const ends = tops.map((top) => `(${[top.name, ...top.containers.map(({ name }) => name)].join('+')})`);
      const above = branches.length > 0 ? ` [${sketch(branches)}]` : '';
      return `${images}×${layers.map(({ id }) => id).join('')}${ends.join('')}${above}`;
    })
    .join(' ');
}

function grow(images: Record<string, string | null>, containers: Record<string, string> = {}): Trunk[] {
  const stack: LayerStack = {
    title: '',
    images: Object.entries(images).map(([name, ids]) => ({
      name,
      layers: ids === null ? null : makeLayers(ids),
    })),
    containers: Object.entries(containers).map(([name, image]) => ({ name, image, size: null })),
    live: false,
  };
  return growTree(stack);
}

describe('the tree of images', () => {
  it.each([
    ['nothing', {}, ''],
    ['one image', { web: 'abc' }, '1×abc(web)'],
    ['two without anything in common', { web: 'ab', app: 'cd' }, '1×ab(web) 1×cd(app)'],
    ['what both have stands once, under both', { web: 'abc', app: 'abde' }, '2×ab [1×c(web) 1×de(app)]'],
    [
      'an image that another one builds on ends below it',
      { base: 'ab', app: 'abc' },
      '2×ab(base) [1×c(app)]',
    ],
    ['two names of one image', { one: 'ab', other: 'ab' }, '2×ab(one)(other)'],
    ['the same layer on another one is not the same', { web: 'ax', app: 'bx' }, '1×ax(web) 1×bx(app)'],
    ['in the order in which they are listed', { z: 'c', m: 'a', a: 'cb' }, '2×c(z) [1×b(a)] 1×a(m)'],
    ['an image without layers stands alone, at the end', { none: '', web: 'a' }, '1×a(web) 1×(none)'],
  ])('%s', (_, images, drawn) => {
    expect(sketch(grow(images))).toBe(drawn);
  });

  it('puts a container on its own image only', () => {
    expect(sketch(grow({ web: 'a', app: 'ab' }, { one: 'web', two: 'app', three: 'web' }))).toBe(
      '2×a(web+one+three) [1×b(app+two)]',
    );
  });

  it('knows an image without layers from one whose layers nobody has recorded', () => {
    const known = grow({ empty: '', unrecorded: null }).map(({ tops }) => tops.map((top) => top.known));
    expect(known).toEqual([[true], [false]]);
  });
});
