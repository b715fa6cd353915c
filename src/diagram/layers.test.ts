import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLayers, type LayerStack } from './layers.ts';
import { anyStack } from './stack.fixture.ts';

const layer = (id: string, size: number | null = 1_000_000) => ({ id, made: '', size });
const stack = (part: Partial<LayerStack>): LayerStack => ({
  title: '',
  images: [],
  containers: [],
  live: false,
  ...part,
});

describe('drawLayers', () => {
  it('draws the writable layer on its image, and the image on its layers', () => {
    const { mermaid } = drawLayers(
      stack({
        images: [{ name: 'ubuntu', layers: [layer('base'), layer('top', 52)] }],
        containers: [{ name: 'contenedor1', image: 'ubuntu', size: 0 }],
      }),
      'es',
    );
    expect(mermaid.split('\n')).toEqual([
      'block',
      '  columns 1',
      '  writable_contenedor1["contenedor1 · escritura · 0 B"]:1',
      '  image_ubuntu["ubuntu · solo lectura"]:1',
      '  layer_top["top · 52 B"]:1',
      '  layer_base["base · 1 MB"]:1',
      '  class writable_contenedor1 writable',
      '  class image_ubuntu image',
      '  class layer_top layer2',
      '  class layer_base layer1',
    ]);
  });

  it('draws layers that images share once, under both, and says what that saves', () => {
    const { mermaid, description } = drawLayers(
      stack({
        images: [
          { name: 'web', layers: [layer('base', 70e6), layer('apache', 5e6)] },
          { name: 'app', layers: [layer('base', 70e6), layer('php', 9e6)] },
        ],
      }),
      'en',
    );
    expect(mermaid.match(/base/g)).toHaveLength(3); // its id, its label, its class
    expect(mermaid).toContain('layer_base["base · 70 MB · shared by 2"]:2');
    expect(mermaid).toContain('Sharing saves 70 MB');
    expect(description).toContain('One layer is shared and kept only once (70 MB).');
  });

  it('does not share a layer that stands on different ones', () => {
    const images = [
      { name: 'a', layers: [layer('x'), layer('same')] },
      { name: 'b', layers: [layer('y'), layer('same')] },
    ];
    const { mermaid } = drawLayers(stack({ images }), 'en');
    expect(mermaid).toContain('layer_same[');
    expect(mermaid).toContain('layer_same__2[');
    expect(mermaid).not.toContain('shared');
  });

  it('folds 40 layers and counts what it folds', () => {
    const layers = Array.from({ length: 40 }, (_, index) => layer(`l${index}`));
    const { mermaid, description } = drawLayers(stack({ images: [{ name: 'big', layers }] }), 'es');
    expect(mermaid.split('\n').filter((line) => line.includes('"]'))).toHaveLength(6);
    expect(mermaid).toContain('36 capas más · 36 MB');
    expect(description).toContain('40 capas de solo lectura');
  });

  it('folds 12 containers and counts what it folds', () => {
    const containers = Array.from({ length: 12 }, (_, index) => ({
      name: `c${index}`,
      image: 'x',
      size: 10,
    }));
    const { mermaid } = drawLayers(
      stack({ images: [{ name: 'x', layers: [layer('a')] }], containers }),
      'es',
    );
    expect(mermaid).toContain('columns 4');
    expect(mermaid).toContain('9 contenedores más<br/>90 B');
  });

  it('says the title that the author gave, or one of its own', () => {
    const images = [{ name: 'x', layers: null }];
    expect(drawLayers(stack({ title: 'Mi pila', images }), 'es').title).toBe('Mi pila');
    expect(drawLayers(stack({ images }), 'es').title).toBe('Capas de una imagen');
  });

  it('gives any stack unique ids, rows as wide as the grid, and labels that can’t leave their quotes', () => {
    fc.assert(
      fc.property(anyStack, (any) => {
        const lines = drawLayers(any, 'es').mermaid.split('\n');
        const columns = Number(/columns (\d+)/.exec(lines[1]!)![1]);
        const rows = lines.slice(2).filter((line) => !line.startsWith('  class '));
        const ids = rows.flatMap((row) => [...row.matchAll(/(\w+)\["/g)].map((match) => match[1]));
        expect(new Set(ids).size).toBe(ids.length);
        expect(columns).toBeLessThanOrEqual(6);
        for (const row of rows) {
          const slots = [...row.matchAll(/ (?:space|\w+\["[^"[\]{}]*"\]):(\d+)/g)];
          expect(slots.map((slot) => slot[0]).join('')).toBe(row.slice(1));
          expect(slots.reduce((sum, slot) => sum + Number(slot[1]), 0)).toBe(columns);
        }
      }),
    );
  });
});
