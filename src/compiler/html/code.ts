import { attributes, escapeHtml } from '../html-text.ts';
import type { CodeBlock } from '../model.ts';
import { parseLineSteps, stepsOfLine } from '../slides/code-steps.ts';
import { bleeds, columnsClass, widestLine } from '../slides/columns.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';

/** Code that is shown and not run. On a slide its lines can be highlighted step by step: `{: lines="1|3-5"}`. */
export function renderCode(block: CodeBlock, context: Context): string {
  const text = block.squeezed ?? block.text;
  const columns = block.columns ?? widestLine(text);
  const highlighted =
    block.language === '' ? escapeHtml(text) : context.options.highlight(text, block.language);
  const steps = context.surface === 'slide' ? readSteps(block) : null;
  const pre = attributes({
    class: [
      'code',
      columnsClass(columns, context.room),
      ...(bleeds(columns, context.room) ? ['code--wide'] : []),
      ...(steps ? ['code--steps'] : []),
      ...authorClasses(block, context),
    ],
    'data-language': block.language,
    'data-columns': columns,
    tabindex: 0,
  });
  const content = steps === null ? highlighted : markLines(highlighted, steps);
  return `<pre${pre}><code>${content}</code>${steps === null ? '' : renderSteps(steps.length)}</pre>`;
}

type Steps = NonNullable<ReturnType<typeof parseLineSteps>>;

function readSteps(block: CodeBlock): Steps | null {
  const { lines } = block.attributes.values;
  return lines === undefined ? null : parseLineSteps(lines);
}

/** Each line says in which steps it is highlighted; the style sheet does the rest. */
function markLines(html: string, steps: Steps): string {
  return html
    .split('\n')
    .map((line, at) => {
      const classes = stepsOfLine(steps, at + 1).map((step) => `in-${step}`);
      return `<span${attributes({ class: ['code__line', ...classes] })}>${line}</span>`;
    })
    .join('\n');
}

/** A fragment for each step after the first, for reveal.js to count. */
function renderSteps(count: number): string {
  const marks = Array.from({ length: count - 1 }, (_, at) => `code__step code__step--${at + 2} fragment`);
  return marks.map((names) => `<span class="${names}"></span>`).join('');
}
