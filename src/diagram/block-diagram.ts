import type { Grid } from './arrange.ts';
import type { Cell } from './cells.ts';

/** Shades of blue that the theme has for layers, the lowest layer first. */
const shades = 4;
/** Characters that fit into a line of a picture as wide as a slide; a longer label is cut. */
const lineLength = 132;

/** Writes a grid as a Mermaid `block` diagram; colours come from the theme through the cells' classes. */
export function formatBlockDiagram(grid: Grid): string {
  const ids = new Set<string>();
  const classes: string[] = [];
  const stacked = grid.columns > 2;
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
export function escapeLabel(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} .,:/…·-]/gu, (character) => `#${character.codePointAt(0)};`);
}
