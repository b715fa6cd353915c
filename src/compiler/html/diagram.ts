import { attributes, escapeHtml } from '../html-text.ts';
import type { Diagram, DiagramBlock } from '../model.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';

/** A diagram: its SVG where it was drawn before, else its source, which the runtime draws. */
export function renderDiagram(block: DiagramBlock, context: Context): string {
  const diagram = context.diagrams.get(block.id);
  if (diagram === undefined || context.surface === 'notes') return '';
  const open = attributes({
    class: ['diagram', `diagram--${diagram.kind}`, ...authorClasses(block, context)],
    'data-diagram': diagram.id,
    'data-line': diagram.line,
    'data-stack': diagram.stack?.live && context.surface === 'slide' ? JSON.stringify(diagram.stack) : null,
    // An image's inside is not read to people; the line under a stack must be.
    role: diagram.stack === null ? 'img' : 'group',
    'aria-label': [diagram.title, diagram.description].filter(Boolean).join('. ') || context.words.diagram,
  });
  const drawn = context.options.svg(diagram.id);
  return `<div${open}>${drawn ?? `<pre class="diagram__source">${escapeHtml(diagram.mermaid)}</pre>`}${renderNews(diagram, context)}</div>`;
}

/** The line under a stack: which layers these are. The runtime tells there what happens to them. */
function renderNews({ stack, recorded }: Diagram, { words, surface }: Context): string {
  if (stack === null || (recorded === null && !(stack.live && surface === 'slide'))) return '';
  const told = recorded === null ? '' : words.recordedLayers(recorded.date.slice(0, 10), recorded.standIn);
  return `<p class="diagram__news" role="status">${escapeHtml(told)}</p>`;
}
