import { describe, expect, it } from 'vitest';
import { makeCells, type Tower } from './cells.ts';
import type { LayerStack, StackLayer } from './layer-stack.ts';
import { growTree } from './layer-tree.ts';
import { getWords } from './words.ts';

const layer = (id: string, more: Partial<StackLayer> = {}): StackLayer => ({
  id,
  made: '',
  size: null,
  ...more,
});
const image = (name: string, ids: string) => ({ name, layers: [...ids].map((id) => layer(id)) });

function make(stack: Partial<LayerStack>): Tower[] {
  const trunks = growTree({ title: '', images: [], containers: [], live: false, ...stack });
  return makeCells(trunks, getWords('en'));
}

/** What the boxes say, the lowest first, and in brackets what stands on them. */
function sketch(towers: Tower[]): string {
  return towers
    .map(({ cells, upon }) => {
      const boxes = cells.map(({ lines }) => lines.join(' / ')).join(' < ');
      return upon.length > 0 ? `${boxes} [${sketch(upon)}]` : boxes;
    })
    .join(' | ');
}

const boxOf = (part: Partial<StackLayer>) =>
  make({ images: [{ name: 'web', layers: [layer('a', part)] }] })[0]!.cells[0]!;

describe('a layer’s box', () => {
  it.each([
    ['its id, where nobody knows what made it', { id: 'sha256:0123456789abcdef' }, ['0123456789ab']],
    ['what made it', { made: 'RUN apt-get update' }, ['RUN apt-get update']],
    ['its size', { size: 5_000_000 }, ['a', '5 MB']],
    ['also a size of nothing', { size: 0 }, ['a', '0 B']],
    ['28 letters', { made: 'x'.repeat(28) }, ['x'.repeat(28)]],
    ['no more than those', { made: 'x'.repeat(29) }, [`${'x'.repeat(27)}…`]],
    ['no blank before the cut', { made: `${'x'.repeat(26)} yyy` }, [`${'x'.repeat(26)}…`]],
    ['letters, not their halves', { made: '🐳'.repeat(28) }, ['🐳'.repeat(28)]],
    ['no digest of a file', { made: 'ADD file:da4cfa60b1e2 in / ' }, ['ADD file…']],
    ['nor of several', { made: 'COPY multi:0123456789ab in /x dir:0123456789ab' }, ['COPY multi… dir…']],
    [
      'but a file whose name is no digest',
      { made: 'ADD file:0123456789a in /' },
      ['ADD file:0123456789a in /'],
    ],
  ])('says %s', (_, part, lines) => {
    expect(boxOf(part).lines).toEqual(lines);
  });

  it('stands at a height of its own, for its shade', () => {
    const [tower] = make({ images: [image('web', 'ab'), image('app', 'ac')] });
    expect(tower!.cells.map(({ step }) => step)).toEqual([0]);
    expect(tower!.upon.map(({ cells }) => cells.map(({ step }) => step))).toEqual([[1], [1]]);
  });

  it('says how many images share it', () => {
    const images = [image('web', 'ab'), image('app', 'ac')];
    images[0]!.layers[0]!.size = 7;
    images[1]!.layers[0]!.size = 7;
    const [sum] = make({ images });
    const [shared] = sum!.upon[0]!.cells;
    expect(shared).toMatchObject({ shared: true, lines: ['a', '7 B · shared by 2'] });
    expect(sum!.upon[0]!.upon[0]!.cells[0]).toMatchObject({ shared: false, lines: ['b'] });
  });

  it('keeps its key from one picture to the next, whatever else is there', () => {
    expect(boxOf({ id: 'x' }).key).toBe('layer-x');
    expect(make({ images: [image('web', 'wx')] })[0]!.cells[1]!.key).toBe('layer-x');
  });
});

describe('what is drawn', () => {
  it.each([
    ['nothing', {}, ''],
    ['an image on its layers', { images: [image('web', 'ab')] }, 'a < b [web / read-only]'],
    [
      'an image whose layers nobody has recorded',
      { images: [{ name: 'web', layers: null }] },
      ' [web / layers not recorded yet]',
    ],
    [
      'containers on their image',
      {
        images: [image('web', 'a')],
        containers: [
          { name: 'one', image: 'web', size: 0 },
          { name: 'two', image: 'web', size: null },
        ],
      },
      'a [web / read-only [one / writable · 0 B | two / writable]]',
    ],
    [
      'an image below one that builds on it',
      { images: [image('base', 'a'), image('app', 'ab')] },
      'a / shared by 2 [base / read-only | b [app / read-only]]',
    ],
  ])('%s', (_, stack, drawn) => {
    expect(sketch(make(stack))).toBe(drawn);
  });

  it('says below all what sharing saves', () => {
    const images = ['web', 'app'].map((name) => ({ name, layers: [layer('a', { size: 52 }), layer(name)] }));
    expect(make({ images })[0]!.cells).toEqual([
      { key: 'note-sum', kind: 'note', step: 0, shared: false, lines: ['Sharing saves 52 B'] },
    ]);
  });
});

describe('too much for a slide', () => {
  it('five layers stay, of six the base and the last three', () => {
    expect(sketch(make({ images: [image('web', 'abcde')] }))).toBe('a < b < c < d < e [web / read-only]');
    const [tower] = make({ images: [image('web', 'abcdefg')] });
    expect(sketch([tower!])).toBe('a < 3 more layers < e < f < g [web / read-only]');
    expect(tower!.cells[1]).toMatchObject({ kind: 'more', step: 1, shared: false });
  });

  it('adds up the sizes of what it folds, as far as they are known', () => {
    const layers = [...'abcdefg'].map((id, at) => layer(id, { size: id === 'c' ? null : at }));
    expect(make({ images: [{ name: 'web', layers }] })[0]!.cells[1]!.lines).toEqual(['3 more layers', '4 B']);
  });

  it('a run that stands on another one gets half of the height, but three boxes', () => {
    const [sum] = make({ images: [image('web', 'abcdef'), image('app', 'abcdxyz')] });
    expect(sketch([sum!])).toBe(
      'a / shared by 2 < 2 more layers < d / shared by 2 [e < f [web / read-only] | x < y < z [app / read-only]]',
    );
    expect(sum!.cells[1]).toMatchObject({ shared: true, step: 1 });
    const [, , tower] = make({ images: [image('web', 'a'), image('app', 'b'), image('api', 'c')] });
    expect(sketch([tower!])).toBe('c [api / read-only]');
  });

  it('shares four columns among the images’ containers, and counts the rest', () => {
    const on = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `${name}${at}`, image: name, size: 10 }));
    const draw = (count: number, ...names: string[]) =>
      sketch(
        make({
          images: names.map((name) => image(name, name)),
          containers: names.flatMap((name) => on(name, count)),
        }),
      );
    const box = (name: string) => `${name} / writable · 10 B`;
    expect(draw(4, 'a')).toBe(`a [a / read-only [${['a0', 'a1', 'a2', 'a3'].map(box).join(' | ')}]]`);
    expect(draw(5, 'a')).toBe(
      `a [a / read-only [${['a0', 'a1', 'a2'].map(box).join(' | ')} | 2 more containers / 20 B]]`,
    );
    expect(draw(2, 'a', 'b')).not.toContain('more');
    expect(draw(3, 'a', 'b')).toContain(`a0 / writable · 10 B | 2 more containers / 20 B`);
    expect(draw(2, 'a', 'b', 'c')).toContain('[a / read-only [2 more containers / 20 B]]');
  });

  it('folds containers of which none has a known size', () => {
    const containers = [...'abcde'].map((name) => ({ name, image: 'web', size: null }));
    const [tower] = make({ images: [image('web', 'x')], containers });
    expect(tower!.upon[0]!.upon[3]!.cells).toEqual([
      { key: 'writable-more-d', kind: 'writable', step: 0, shared: false, lines: ['2 more containers'] },
    ]);
  });

  it('draws the first four images, and counts the rest and what stands only under them', () => {
    expect(sketch(make({ images: [...'abcdef'].map((name) => image(name, name)) }))).toBe(
      '2 more images [a [a / read-only] | b [b / read-only] | c [c / read-only] | d [d / read-only]]',
    );
    const drawn = sketch(make({ images: [...'abcd', 'e'].map((name) => image(name, `x${name}`)) }));
    expect(drawn).toBe(
      `1 more images [x / shared by 5 [${[...'abcd'].map((name) => `${name} [${name} / read-only]`).join(' | ')}]]`,
    );
  });

  it('says both below all', () => {
    const images = [...'abcde'].map((name) => ({ name, layers: [layer('x', { size: 10 }), layer(name)] }));
    expect(make({ images })[0]!.cells[0]!.lines).toEqual(['1 more images · Sharing saves 40 B']);
  });
});
