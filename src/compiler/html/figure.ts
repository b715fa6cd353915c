import { attributes, escapeHtml } from '../html-text.ts';
import type { Diagram, DiagramBlock, FigureBlock } from '../model.ts';
import { FIGURE } from '../slides/layout.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';
import { isRemote, resolveFile } from './files.ts';
import { renderInline } from './inline.ts';
import { resolveLink } from './links.ts';

/**
 * A picture with its caption, or a labelled place for one that is not there or on another machine, from where
 * nothing is loaded. In the notes: its words only.
 */
export function renderFigure(block: FigureBlock, context: Context): string {
  const caption =
    block.caption === null ? '' : `<figcaption>${renderInline(block.caption, context)}</figcaption>`;
  if (context.surface === 'notes') {
    return `<p class="notes__figure">${escapeHtml(block.alt)} ${block.caption === null ? '' : renderInline(block.caption, context)}</p>`;
  }
  const picture = isRemote(block.source)
    ? renderRemote(block, context)
    : block.missing
      ? renderPlaceholder(block, context)
      : linked(block, renderPicture(block, context), context);
  return `<figure${attributes({ class: ['figure', ...authorClasses(block, context)] })}>${picture}${caption}</figure>`;
}

/** On a slide it may get larger than it is, as far as there is room. */
function renderPicture(block: FigureBlock, { options, surface }: Context): string {
  const grow = surface === 'slide' ? FIGURE.grow : 1;
  const size = block.size && { width: block.size.width * grow, height: block.size.height * grow };
  return `<img${attributes({ src: resolveFile(block.source, options) })} alt="${escapeHtml(block.alt)}"${attributes({ ...size })}>`;
}

function renderPlaceholder(block: FigureBlock, context: Context): string {
  const words = context.words.missingPicture;
  const alt = block.alt === '' ? '' : `<span class="figure__alt">${escapeHtml(block.alt)}</span>`;
  const label = `<span class="figure__label">${escapeHtml(words)}</span>`;
  return `<div class="figure__missing">${label}<code>${escapeHtml(block.source)}</code>${alt}</div>`;
}

function renderRemote(block: FigureBlock, context: Context): string {
  const label = `<span class="figure__label">${escapeHtml(context.words.remotePicture)}</span>`;
  const source = escapeHtml(block.source);
  const words = block.alt || block.link;
  const alt = words ? `<span class="figure__alt">${linked(block, escapeHtml(words), context)}</span>` : '';
  return `<div class="figure__missing">${label}<a href="${source}"><code>${source}</code></a>${alt}</div>`;
}

function linked(block: FigureBlock, picture: string, context: Context): string {
  return block.link === null
    ? picture
    : `<a href="${escapeHtml(resolveLink(block.link, context))}">${picture}</a>`;
}

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
