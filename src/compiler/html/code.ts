import type { CodeBlock } from '../model.ts';
import { columnsClass, widestLine } from '../slides/columns.ts';
import { squeezeCode } from '../slides/squeeze.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';
import { attributes, escapeHtml } from './escape.ts';

/** Code that is shown and not run. */
export function renderCode(block: CodeBlock, context: Context): string {
  const text = squeezeCode(block);
  const columns = block.columns ?? widestLine(text);
  const highlighted =
    block.language === '' ? escapeHtml(text) : context.options.highlight(text, block.language);
  const pre = attributes({
    class: ['code', columnsClass(columns, context.room), ...authorClasses(block)],
    'data-language': block.language,
    'data-columns': columns,
    'data-lines': block.attributes.values['lines'] ?? null,
    tabindex: 0,
  });
  return `<pre${pre}><code>${highlighted}</code></pre>`;
}
