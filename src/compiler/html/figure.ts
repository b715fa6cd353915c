import { attributes, escapeHtml } from '../html-text.ts';
import type { FigureBlock } from '../model.ts';
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
