import type { Grid } from './arrange.ts';
import type { Cell } from './cells.ts';

/** Shades of blue that the theme has for layers, the lowest layer first. */
const shades = 4;
/** Characters that fit into a line of a picture as wide as a slide; a longer label is cut. */
const lineLength = 108;

/** Writes a grid as a Mermaid `block` diagram; colours come from the theme through the cells' classes. */
export function formatBlockDiagram(grid: Grid): string {
  const ids = new Set<string>();
  const classes: string[] = [];
  const stacked = isClearerStacked(grid);
  const rows = grid.rows.map((row) =>
    row
      .map(({ cell, span }) => {
        if (!cell) return `space:${span}`;
        const id = makeId(cell.key, ids);
        classes.push(`  class ${id} ${nameClass(cell)}`);
        return `${id}["${formatLabel(cell.lines, stacked, longest(span, grid.columns))}"]:${span}`;
      })
      .join(' '),
  );
  return [
    'block',
    `  columns ${Math.max(1, grid.columns)}`,
    ...rows.map((row) => `  ${row}`),
    ...classes,
  ].join('\n');
}

/** A slide's room for a picture, and what Mermaid's letters and boxes take, in pixels at its own size. */
const room = { width: 1120, height: 440 };
const letter = 8.2;
const padding = 24;
const rowHeight = { stacked: 63, inLine: 45 };

/** Whether a label's parts one under the other leave the picture larger letters than beside each other. */
function isClearerStacked(grid: Grid): boolean {
  const scale = (stacked: boolean) => {
    const height = grid.rows.length * (stacked ? rowHeight.stacked : rowHeight.inLine);
    return Math.min(room.width / measureWidth(grid, stacked), room.height / height);
  };
  return scale(true) > scale(false);
}

/** All columns are as wide as the widest needs. */
function measureWidth(grid: Grid, stacked: boolean): number {
  const widths = grid.rows.flat().map(({ cell, span }) => {
    if (!cell) return 0;
    const lengths = cell.lines.map((line) => Math.min([...line].length, longest(span, grid.columns)));
    const longestLine = stacked ? Math.max(0, ...lengths) : lengths.reduce((sum, one) => sum + one + 3, -3);
    return (longestLine * letter + padding) / span;
  });
  return Math.max(1, ...widths) * grid.columns;
}

function nameClass(cell: Cell): string {
  if (cell.kind === 'layer') return `layer${(cell.step % shades) + 1}`;
  return cell.kind;
}

/** Letters, digits and `_` only, never the same twice in one drawing. */
function makeId(key: string, taken: Set<string>): string {
  const base = key.replace(/[^A-Za-z0-9]+/g, '_').slice(0, 40);
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}__${count}`;
  taken.add(id);
  return id;
}

/** A narrow box makes all boxes of its column wide, so what it says is cut; the description has it whole. */
function longest(span: number, columns: number): number {
  return columns <= 2 ? 42 * span : Math.max(20, Math.floor((lineLength / columns) * span));
}

function formatLabel(lines: string[], stacked: boolean, limit: number): string {
  const cut = lines.map((line) => cutText(line, limit)).filter(Boolean);
  return (cut.length > 0 ? cut : ['—']).map(escapeLabel).join(stacked ? '<br/>' : ' · ');
}

function cutText(text: string, limit: number): string {
  const clean = text.replace(/\p{C}+|\s+/gu, ' ').trim();
  const characters = [...clean];
  return characters.length <= limit ? clean : `${characters.slice(0, limit - 1).join('')}…`;
}

/** Mermaid's own entities for all that is neither letter, digit, nor plain punctuation. */
function escapeLabel(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} .,:/…·-]/gu, (character) => `#${character.codePointAt(0)};`);
}
