import { describe, expect, it } from 'vitest';
import type { Grid } from './arrange.ts';
import { formatBlockDiagram } from './block-diagram.ts';
import type { Cell } from './cells.ts';

const cell = (key: string, ...lines: string[]): Cell => ({
  key,
  kind: 'note',
  step: 0,
  shared: false,
  lines,
});
const grid = (...rows: (Cell | null)[][]): Grid => ({
  columns: Math.max(0, ...rows.map((row) => row.length)),
  rows: rows.map((row) => row.map((one) => ({ cell: one, span: 1 }))),
});
const labelsIn = (source: string) => [...source.matchAll(/\["(.*?)"\]/g)].map((match) => match[1]);
const label = (...lines: string[]) => labelsIn(formatBlockDiagram(grid([cell('a', ...lines)])))[0];

describe('a grid as a block diagram', () => {
  it.each([
    ['nothing', grid(), ['block', '  columns 1']],
    ['a box', grid([cell('a', 'x')]), ['block', '  columns 1', '  a["x"]:1', '  class a note']],
    [
      'boxes of several columns, and space',
      {
        columns: 3,
        rows: [
          [
            { cell: null, span: 2 },
            { cell: cell('a', 'x'), span: 1 },
          ],
          [{ cell: cell('b', 'y'), span: 3 }],
        ],
      },
      ['block', '  columns 3', '  space:2 a["x"]:1', '  b["y"]:3', '  class a note', '  class b note'],
    ],
  ])('%s', (_, boxes, lines) => {
    expect(formatBlockDiagram(boxes).split('\n')).toEqual(lines);
  });

  it('gives layers one of four shades by their height, other boxes the class of their kind', () => {
    const layers = [0, 1, 2, 3, 4].map((step) => ({
      ...cell(`l${step}`, 'x'),
      kind: 'layer' as const,
      step,
    }));
    const source = formatBlockDiagram(grid([...layers, { ...cell('w', 'x'), kind: 'writable', step: 2 }]));
    expect([...source.matchAll(/class \w+ (\w+)/g)].map((match) => match[1])).toEqual([
      ...['layer1', 'layer2', 'layer3', 'layer4', 'layer1', 'writable'],
    ]);
  });

  it('makes an id of each key that Mermaid takes, and none twice', () => {
    const long = 'k'.repeat(50);
    const keys = ['layer-sha256:ab', 'layer/sha256/ab', 'layer_sha256_ab', long, `${long}x`, 'ñ/é-x'];
    const source = formatBlockDiagram(grid(keys.map((key) => cell(key, 'x'))));
    expect([...source.matchAll(/(\w+)\[/g)].map((match) => match[1])).toEqual([
      ...['layer_sha256_ab', 'layer_sha256_ab__2', 'layer_sha256_ab__3'],
      ...['k'.repeat(40), `${'k'.repeat(40)}__2`, '_x'],
    ]);
  });
});

describe('a label', () => {
  it.each([
    ['plain text stays', ['a b, c: 1.5 MB / d-e…'], 'a b, c: 1.5 MB / d-e…'],
    ['letters of any script stay', ['Capa número 漢字'], 'Capa número 漢字'],
    [
      'what could end it or mean something is an entity',
      ['["x"] <b> #;'],
      '#91;#34;x#34;#93; #60;b#62; #35;#59;',
    ],
    ['an entity of one character, not of its halves', ['🐳'], '#128051;'],
    ['its parts stand in line where that leaves larger letters', ['a', 'b'], 'a · b'],
    ['white space and control characters are one blank', ['  a \n\t b\u0000c  '], 'a b c'],
    ['a part that says nothing is left out', ['a', ' ', 'b'], 'a · b'],
    ['nothing is a dash', ['', ' '], '#8212;'],
    ['no parts too', [], '#8212;'],
  ])('%s', (_, lines, written) => {
    expect(label(...lines)).toBe(written);
  });

  it.each([
    [1, 42],
    [2, 42],
    [3, 36],
    [4, 27],
    [5, 21],
    [6, 20],
  ])('among %d columns has %d characters at most', (columns, longest) => {
    const write = (length: number) =>
      labelsIn(
        formatBlockDiagram(
          grid(Array.from({ length: columns }, (_, at) => cell(`a${at}`, 'ñ'.repeat(length)))),
        ),
      )[0]!;
    expect(write(longest)).toBe('ñ'.repeat(longest));
    expect(write(longest + 1)).toBe(`${'ñ'.repeat(longest - 1)}…`);
  });

  it('has as many more as its box has columns', () => {
    const wide = (columns: number, span: number) =>
      labelsIn(formatBlockDiagram({ columns, rows: [[{ cell: cell('a', 'x'.repeat(200)), span }]] }))[0]!
        .length;
    expect([wide(2, 2), wide(4, 2), wide(4, 4), wide(8, 2), wide(8, 1)]).toEqual([84, 54, 108, 27, 20]);
  });

  it('has its parts one under the other where boxes are narrow, in line where rows are many', () => {
    const draw = (rows: number, columns: number) =>
      labelsIn(
        formatBlockDiagram(
          grid(
            ...Array.from({ length: rows }, (_, row) =>
              Array.from({ length: columns }, (_, column) =>
                cell(`a${row}-${column}`, 'web.example', '72.9 MB'),
              ),
            ),
          ),
        ),
      )[0];
    const [inLine, stacked] = ['web.example · 72.9 MB', 'web.example<br/>72.9 MB'];
    const drawn = [1, 2, 4].map((columns) => [1, 3, 5, 9].map((rows) => draw(rows, columns)));
    expect(drawn).toEqual([
      [stacked, inLine, inLine, inLine],
      [stacked, inLine, inLine, inLine],
      [stacked, stacked, inLine, inLine],
    ]);
  });
});
