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

  it.each([
    ['image: x\nimages: [{ name: y }]', ['y', 'x']],
    ['image: x\nimages: [{ name: x, layers: [] }]', ['x']],
    ['image: ""\nimages: [{ name: y }]', ['y']],
  ])('takes both forms: %j', (text, names) => {
    const { stack, diagnostics } = readLayers(text, 1);
    expect(stack!.images.map(({ name }) => name)).toEqual(names);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['an id of digits as it is written', '{ id: 0012e4 }', { id: '0012e4', made: '', size: null }],
    ['a layer by what made it', '{ made: ADD }', { id: 'ADD', made: 'ADD', size: null }],
    ['its files', '{ id: a, files: [/x, 12] }', { id: 'a', made: '', size: null, files: ['/x', '12'] }],
    ['a size of nothing', '{ id: a, size: 0 }', { id: 'a', made: '', size: 0 }],
  ])('keeps %s', (_, layer, read) => {
    const { stack, diagnostics } = readLayers(`images:\n- name: x\n  layers: [${layer}]`, 1);
    expect(stack?.images[0]?.layers).toEqual([read]);
    expect(diagnostics).toEqual([]);
  });
});

const containers = (text: string) => `images: [{ name: x }, { name: y }]\ncontainers:\n- ${text}`;
const layers = (text: string) => `images:\n- name: x\n  layers:\n  - ${text}`;
const unknownKey = (keys: string) => `The keys are ${keys}.`;
const aMapping = 'Expected a mapping with the keys title, image, images, containers, live, steps';
const addImage = 'Add the image under `images:`, or correct `image:`.';
const sizeHint = 'Write it as Docker does: `52B`, `72.9MB`.';

describe('what is wrong in a block is told at its line', () => {
  it.each([
    [
      10,
      'layers-empty',
      'title: nothing',
      'There is no image to draw',
      'Add `image: …`, or a list under `images:`.',
    ],
    [10, 'layers-shape', '', aMapping, 'Write `key: value` lines.'],
    [10, 'layers-shape', '- a\n- b', aMapping, 'Write `key: value` lines.'],
    [10, 'layers-shape', 'just text', aMapping, 'Write `key: value` lines.'],
    [
      11,
      'layers-unknown-key',
      'image: x\ncolour: red',
      'Unknown key “colour”',
      unknownKey('title, image, images, containers, live, steps'),
    ],
    [10, 'layers-unknown-key', 'toString: x\nimage: x', 'Unknown key “toString”', expect.any(String)],
    [10, 'layers-unknown-key', '[a]: x\nimage: x', 'Unknown key “”', expect.any(String)],
    [11, 'layers-shape', 'image: x\nlive: maybe', 'Expected true or false', 'Write `true` or `false`.'],
    [11, 'layers-shape', 'image: x\nlive: "true"', 'Expected true or false', 'Write `true` or `false`.'],
    [11, 'layers-shape', 'image: x\ntitle: [a]', 'Expected a text', 'Put it between quotes.'],
    [11, 'layers-shape', 'image: x\ntitle:', 'Expected a text', 'Put it between quotes.'],
    [10, 'layers-shape', 'images: x', 'Expected a list', 'Write one `- …` line for each.'],
    [
      10,
      'layers-shape',
      'images: &a [*a]',
      'Expected a mapping with the keys name, from, layers',
      expect.any(String),
    ],
    [11, 'layers-no-name', 'images:\n- { layers: [] }', 'An image without a name', 'Add `name: …`.'],
    [
      11,
      'layers-shape',
      'images:\n- x',
      'Expected a mapping with the keys name, from, layers',
      expect.any(String),
    ],
    [
      11,
      'layers-unknown-key',
      'images:\n- { name: x, tag: y }',
      'Unknown key “tag”',
      unknownKey('name, from, layers'),
    ],
    [
      12,
      'layers-twice',
      'images:\n- { name: a }\n- { name: a }',
      'Image “a” stands here twice',
      'Remove one of them.',
    ],
    [
      13,
      'layers-no-name',
      layers('{ size: 1B }'),
      'A layer with neither id nor made',
      'Add `id: …` or `made: …`.',
    ],
    [
      13,
      'layers-unknown-key',
      layers('{ id: a, by: b }'),
      'Unknown key “by”',
      unknownKey('id, made, size, files'),
    ],
    [13, 'layers-shape', layers('{ id: a, files: /x }'), 'Expected a list', expect.any(String)],
    [
      13,
      'layers-shape',
      layers('x'),
      'Expected a mapping with the keys id, made, size, files',
      expect.any(String),
    ],
    [13, 'layers-size', layers('{ id: a, size: big }'), '“big” is not a size', sizeHint],
    [
      14,
      'layers-size',
      layers('id: a\n    size: -3MB'),
      "A layer can't have a negative size (-3MB)",
      'Write 0B or more.',
    ],
    [13, 'layers-shape', layers('{ id: a, size: [1] }'), 'Expected a text', expect.any(String)],
    [12, 'layers-no-name', containers('{ image: x }'), 'A container without a name', 'Add `name: …`.'],
    [
      12,
      'layers-unknown-key',
      containers('{ name: c, image: x, on: 1 }'),
      'Unknown key “on”',
      unknownKey('name, image, size'),
    ],
    [
      12,
      'layers-shape',
      containers('c'),
      'Expected a mapping with the keys name, image, size',
      expect.any(String),
    ],
    [12, 'layers-size', containers('{ name: c, image: x, size: big }'), '“big” is not a size', sizeHint],
    [
      12,
      'layers-missing-image',
      containers('{ name: c, image: z }'),
      'Container “c” stands on “z”, which is not among the images',
      addImage,
    ],
    [12, 'layers-missing-image', containers('{ name: c }'), "Container “c” doesn't say its image", addImage],
    [
      11,
      'layers-syntax',
      'image: x\ntitle: "open',
      expect.stringMatching(/^The layers are not valid YAML: ./),
      'Check indentation and quotes.',
    ],
    [
      11,
      'layers-syntax',
      'image: x\nimage: y',
      expect.stringMatching(/^The layers are not valid YAML: ./),
      'Check indentation and quotes.',
    ],
  ])('line %d, %s: %j', (line, code, text, message, hint) => {
    const { diagnostics } = readLayers(text, 10);
    expect(diagnostics[0]).toEqual({ line, column: 1, code, severity: 'error', message, hint });
  });

  it.each([
    ['nothing of what is no YAML', 'image: x\ntitle: "open', null],
    ['nothing where there is no image', 'title: x', null],
    [
      'the containers whose image is there',
      containers('{ name: c, image: z }\n- { name: d, image: y }'),
      ['d on y'],
    ],
    [
      'a container on the only image, which it need not say',
      'image: x\ncontainers:\n- { name: c, image: y }\n- { name: d }',
      ['d on x'],
    ],
    ['a container whose size can’t be read', containers('{ name: c, image: x, size: big }'), ['c on x']],
  ])('and what is left is drawn: %s', (_, text, drawn) => {
    const { stack } = readLayers(text, 10);
    expect(stack?.containers.map(({ name, image, size }) => `${name} on ${image}${size ?? ''}`)).toEqual(
      drawn ?? undefined,
    );
  });
});
