import { attributes } from '../html-text.ts';
import type { Inline, TableBlock } from '../model.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';
import { renderInline } from './inline.ts';

/** From this many columns on, a table is set smaller. */
const WIDE_TABLE = 5;

export function renderTable(block: TableBlock, context: Context): string {
  const wide = block.header.length >= WIDE_TABLE ? ['table--wide'] : [];
  const head = block.header.some((cell) => cell.nodes.length > 0)
    ? `<thead>${renderRow(block.header, 'th', block, context)}</thead>`
    : '';
  const rows = block.rows.map((row) => renderRow(row, 'td', block, context)).join('');
  return `<table${attributes({ class: ['table', ...wide, ...authorClasses(block, context)] })}>${head}<tbody>${rows}</tbody></table>`;
}

function renderRow(cells: readonly Inline[], tag: 'th' | 'td', block: TableBlock, context: Context): string {
  const written = cells.map((cell, at) => {
    const align = block.align[at];
    const open = attributes({ scope: tag === 'th' ? 'col' : null, class: align ? [`align-${align}`] : [] });
    return `<${tag}${open}>${renderInline(cell, context)}</${tag}>`;
  });
  return `<tr>${written.join('')}</tr>`;
}
