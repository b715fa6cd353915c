import type { Block, Lesson } from '../model.ts';
import { renderCallout, renderDetails, renderGroup, renderNotes } from './boxes.ts';
import { renderCode } from './code.ts';
import { type Context, makeContext, type Surface } from './context.ts';
import { renderDiagram } from './diagram.ts';
import { renderFigure } from './figure.ts';
import { renderNodes } from './inline.ts';
import { renderList } from './list.ts';
import type { RenderOptions } from './options.ts';
import {
  renderDefinitions,
  renderFootnotes,
  renderHeading,
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

type Kind = Block['kind'];

/** How each kind of block is written. */
const writers: { [K in Kind]: (block: Extract<Block, { kind: K }>, context: Context) => string } = {
  heading: renderHeading,
  paragraph: renderParagraph,
  list: renderList,
  code: renderCode,
  transcript: renderTranscript,
  table: renderTable,
  quote: renderQuote,
  callout: renderCallout,
  details: renderDetails,
  group: renderGroup,
  notes: renderNotes,
  figure: renderFigure,
  diagram: renderDiagram,
  definitions: renderDefinitions,
  footnotes: renderFootnotes,
  math: renderMath,
  html: ({ nodes }, context) => renderNodes(nodes, context),
  break: (_, { surface }) => (surface === 'handout' ? '<hr>' : ''),
  // The handout's contents stand where the page has it; see handout.ts.
  toc: () => '',
};

function renderBlock(block: Block, context: Context): string {
  return (writers[block.kind] as (block: Block, context: Context) => string)(block, context);
}
