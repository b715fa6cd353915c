import { describe, expect, it } from 'vitest';
import { readLayers } from './layers.ts';

const page = `title: Un contenedor sobre su imagen
images:
  - name: ubuntu:15.04
    layers:
      - { id: d3a1f33e8a5a, made: "ADD file…", size: 188.1MB }
      - { id: 9e2b1c, size: 52 }
containers:
  - { name: contenedor1, image: ubuntu:15.04, size: 0B }
`;

describe('readLayers', () => {
  it('reads images, layers with sizes in bytes, and containers', () => {
    const { stack, diagnostics } = readLayers(page, 10);
    expect(diagnostics).toEqual([]);
    expect(stack).toEqual({
      title: 'Un contenedor sobre su imagen',
      images: [
        {
          name: 'ubuntu:15.04',
          layers: [
            { id: 'd3a1f33e8a5a', made: 'ADD file…', size: 188_100_000 },
            { id: '9e2b1c', made: '', size: 52 },
          ],
        },
      ],
      containers: [{ name: 'contenedor1', image: 'ubuntu:15.04', size: 0 }],
      live: false,
    });
  });

  it('takes an image alone, whose layers a snapshot knows', () => {
    expect(readLayers('image: ubuntu\nlive: true', 1).stack).toEqual({
      title: '',
      images: [{ name: 'ubuntu', layers: null }],
      containers: [],
      live: true,
    });
  });

  it('keeps an id of digits as it is written', () => {
    const { stack } = readLayers('images:\n- name: x\n  layers: [{ id: 0012e4 }]', 1);
    expect(stack?.images[0]?.layers?.[0]?.id).toBe('0012e4');
  });

  it('puts the layers of `from` under an image’s own', () => {
    const text = `images:
- { name: base, layers: [{ id: a }] }
- { name: app, from: base, layers: [{ id: b }] }
- { name: alias, from: app }`;
    expect(readLayers(text, 1).stack?.images.map((image) => image.layers?.map((layer) => layer.id))).toEqual([
      ['a'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it.each([
    ['an unknown key', 'image: x\ncolour: red', 'layers-unknown-key', 11],
    ['a missing image', 'image: x\ncontainers:\n- { name: c, image: y }', 'layers-missing-image', 12],
    ['a missing parent', 'images:\n- { name: a, from: b, layers: [] }', 'layers-missing-image', 11],
    ['a cycle', 'images:\n- { name: a, from: b }\n- { name: b, from: a }', 'layers-cycle', 11],
    ['a negative size', 'image: x\ncontainers:\n- name: c\n  size: -3MB', 'layers-size', 13],
    ['a size that is none', 'image: x\ncontainers:\n- { name: c, size: big }', 'layers-size', 12],
    ['no image', 'title: nothing', 'layers-empty', 10],
    ['nothing', '', 'layers-shape', 10],
    ['a list', '- a\n- b', 'layers-shape', 10],
    ['an alias of itself', 'images: &a [*a]', 'layers-shape', 10],
    ['broken YAML', 'image: x\ntitle: "open', 'layers-syntax', 11],
    ['an image twice', 'images:\n- { name: a }\n- { name: a }', 'layers-twice', 12],
  ])('diagnoses %s at its line', (_, text, code, line) => {
    expect(readLayers(text, 10).diagnostics[0]).toMatchObject({ code, line, severity: 'error' });
  });

  it('draws what is left when one container is wrong', () => {
    const { stack } = readLayers('image: x\ncontainers:\n- { name: c, image: y }\n- { name: d }', 1);
    expect(stack?.containers).toEqual([{ name: 'd', image: 'x', size: null }]);
  });
});
