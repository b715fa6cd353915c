import type { StackContainer, StackLayer } from './layer-stack.ts';
import type { TopImage, Trunk } from './layer-tree.ts';
import { addSavings } from './savings.ts';
import { formatSize } from './sizes.ts';
import type { DiagramWords } from './words.ts';

/** One box of the picture. */
export interface Cell {
  /** Made of what it shows, so that the same layer keeps its id from one drawing to the next. */
  key: string;
  /** `layer` is read-only, `writable` a container's, `image` a name plate, `more` a count, `note` text. */
  kind: 'layer' | 'writable' | 'image' | 'more' | 'note';
  /** How far up its stack a layer stands, for its shade of blue. */
  step: number;
  shared: boolean;
  lines: string[];
}

/** Boxes on top of each other (bottom first), all as wide as what stands on them. */
export interface Tower {
  cells: Cell[];
  upon: Tower[];
}

/** More boxes side by side than this are too narrow to read on a slide. */
const columns = 4;
/** More boxes on top of each other than this are too low to read on a slide. */
const rows = 5;

/** What is drawn: towers of boxes, folded where there would be too many to read. */
export function makeCells(trunks: Trunk[], words: DiagramWords): Tower[] {
  const { kept, left } = keepImages(trunks, columns);
  const budget = {
    containers: Math.max(1, Math.floor(columns / Math.max(1, countTops(kept)))),
    layers: Math.max(3, Math.floor(rows / Math.max(1, measureHeight(kept)))),
  };
  const towers = kept.map((trunk) => makeTower(trunk, 0, budget, words));
  const { saved } = addSavings(trunks);
  const notes = [
    ...(left > 0 ? [words.moreImages(left)] : []),
    ...(saved > 0 ? [words.saves(formatSize(saved))] : []),
  ];
  if (notes.length === 0) return towers;
  return [{ cells: [makeCell('note', 'sum', [notes.join(' · ')])], upon: towers }];
}

interface Budget {
  containers: number;
  layers: number;
}

function makeTower(trunk: Trunk, height: number, budget: Budget, words: DiagramWords): Tower {
  const top = height + trunk.layers.length;
  return {
    cells: foldLayers(trunk, height, budget.layers, words),
    upon: [
      ...trunk.tops.map((image) => makeTop(image, budget, words)),
      ...trunk.branches.map((branch) => makeTower(branch, top, budget, words)),
    ],
  };
}

/** A long run keeps its base and its last layers, which is where images differ. */
function foldLayers(trunk: Trunk, height: number, limit: number, words: DiagramWords): Cell[] {
  const cells = trunk.layers.map((layer, index) => makeLayer(layer, height + index, trunk.images, words));
  if (cells.length <= limit) return cells;
  const last = limit - 2;
  const folded = trunk.layers.slice(1, -last);
  const key = `more-${folded[0]!.id}`;
  return [
    cells[0]!,
    makeCell('more', key, [words.moreLayers(folded.length), sumSizes(folded)], {
      step: height + 1,
      shared: trunk.images > 1,
    }),
    ...cells.slice(-last),
  ];
}

function makeLayer(layer: StackLayer, step: number, images: number, words: DiagramWords): Cell {
  const name = shortenMaker(layer.made) || shorten(layer.id);
  const size = layer.size === null ? '' : formatSize(layer.size);
  const shared = images > 1;
  return makeCell('layer', layer.id, [name, joinWords([size, shared ? words.sharedBy(images) : ''])], {
    step,
    shared,
  });
}

function makeTop(image: TopImage, budget: Budget, words: DiagramWords): Tower {
  const plate = makeCell('image', image.name, [
    image.name,
    image.known ? words.readOnly : words.unknownLayers,
  ]);
  return { cells: [plate], upon: foldContainers(image.containers, budget.containers, words) };
}

function foldContainers(containers: StackContainer[], limit: number, words: DiagramWords): Tower[] {
  const fits = containers.length <= limit;
  const shown = fits ? containers : containers.slice(0, limit - 1);
  const folded = containers.slice(shown.length);
  const cells = shown.map(({ name, size }) =>
    makeCell('writable', name, [name, joinWords([words.writable, size === null ? '' : formatSize(size)])]),
  );
  if (folded.length > 0) {
    const label = [words.moreContainers(folded.length), sumSizes(folded)];
    cells.push(makeCell('writable', `more-${folded[0]!.name}`, label));
  }
  return cells.map((cell) => ({ cells: [cell], upon: [] }));
}

function makeCell(kind: Cell['kind'], key: string, lines: string[], more: Partial<Cell> = {}): Cell {
  return { key: `${kind}-${key}`, kind, step: 0, shared: false, lines: lines.filter(Boolean), ...more };
}

function sumSizes(parts: { size: number | null }[]): string {
  const known = parts.filter((part) => part.size !== null);
  return known.length === 0 ? '' : formatSize(known.reduce((sum, part) => sum + part.size!, 0));
}

function joinWords(words: string[]): string {
  return words.filter(Boolean).join(' · ');
}

/** Letters of what made a layer that its box shows; the explorer tells it whole. */
const makerLength = 28;

/** `ADD file:da4cfa60… in /` is `ADD file…`: what an engine adds for itself teaches nothing. */
function shortenMaker(made: string): string {
  const plain = made.replace(/\b(file|dir|multi):[0-9a-f]{12,}(?: in \S+)?/g, '$1…').trim();
  const letters = [...plain];
  return letters.length <= makerLength
    ? plain
    : `${letters
        .slice(0, makerLength - 1)
        .join('')
        .trimEnd()}…`;
}

/** A digest as `docker` shortens it. */
function shorten(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}

/** Leaves out the images after the first `limit`, and trunks that only they have. */
function keepImages(trunks: Trunk[], limit: number): { kept: Trunk[]; left: number } {
  let room = limit;
  let left = 0;
  const keep = (trunk: Trunk): Trunk[] => {
    const tops = trunk.tops.slice(0, room);
    room -= tops.length;
    left += trunk.tops.length - tops.length;
    const branches = trunk.branches.flatMap(keep);
    return tops.length + branches.length === 0 ? [] : [{ ...trunk, tops, branches }];
  };
  const kept = trunks.flatMap(keep);
  return { kept, left };
}

function countTops(trunks: Trunk[]): number {
  return trunks.reduce((sum, trunk) => sum + trunk.tops.length + countTops(trunk.branches), 0);
}

/** How many trunks stand on top of each other at most. */
function measureHeight(trunks: Trunk[]): number {
  return Math.max(0, ...trunks.map((trunk) => 1 + measureHeight(trunk.branches)));
}
