import type { Block, Lesson } from '../model.ts';
import { renderCallout, renderDetails, renderGroup, renderNotes } from './boxes.ts';
import { renderCode } from './code.ts';
import { type Context, makeContext, type Surface } from './context.ts';
import { renderDiagram, renderFigure } from './figure.ts';
import { renderNodes } from './inline.ts';
import type { RenderOptions } from './options.ts';
import {
  renderDefinitions,
  renderFootnotes,
  renderHeading,
  renderList,
  renderMath,
  renderParagraph,
  renderQuote,
} from './prose.ts';
import { renderTable } from './table.ts';
import { renderTranscript } from './transcript.ts';

/** A context that writes blocks of every kind to one surface. */
export function makeRenderer(lesson: Lesson, options: RenderOptions, surface: Surface): Context {
  return withRoom({ ...makeContext(lesson, options, surface), render: () => '' });
}

/** The same context, whose nested blocks know how wide they stand. */
function withRoom(outer: Context): Context {
  const context: Context = {
    ...outer,
    render(blocks, taken = 0) {
      const inner = taken === 0 ? context : withRoom({ ...context, room: context.room - taken });
      return blocks.map((block) => renderBlock(block, inner)).join('\n');
    },
  };
  return context;
}

function renderBlock(block: Block, context: Context): string {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block, context);
    case 'paragraph':
      return renderParagraph(block, context);
    case 'list':
      return renderList(block, context);
    case 'code':
      return renderCode(block, context);
    case 'transcript':
      return renderTranscript(block, context);
    case 'table':
      return renderTable(block, context);
    case 'quote':
      return renderQuote(block, context);
    case 'callout':
      return renderCallout(block, context);
    case 'details':
      return renderDetails(block, context);
    case 'group':
      return renderGroup(block, context);
    case 'notes':
      return renderNotes(block, context);
    case 'figure':
      return renderFigure(block, context);
    case 'diagram':
      return renderDiagram(block, context);
    case 'definitions':
      return renderDefinitions(block, context);
    case 'footnotes':
      return renderFootnotes(block, context);
    case 'math':
      return renderMath(block);
    case 'html':
      return renderNodes(block.nodes, context);
    case 'break':
      return context.surface === 'handout' ? '<hr>' : '';
    case 'toc':
      return '';
  }
}
