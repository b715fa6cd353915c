import type { Attributes, Block, SlideKind, SlideLayout } from '../model.ts';
import { QUOTATION, ROOM, STATEMENT, TEXT } from './layout.ts';
import { countLines } from './measure.ts';
import { forSpeaker, type Topic } from './outline.ts';

/** What the author asks of a slide, in the attributes of its heading or of the `---` that opens it. */
export interface Steering {
  kind: SlideKind | null;
  layout: SlideLayout | null;
  background: string | null;
}

/** By the word in `{: layout="…"}`, or a class of the same name. */
const KINDS: Record<string, SlideKind> = { title: 'title', section: 'section' };
const LAYOUTS: Record<string, SlideLayout> = {
  plain: 'plain',
  statement: 'statement',
  quote: 'quote',
  columns: 'columns',
  figure: 'figure',
};

export function readSteering(attributes: Attributes): Steering {
  const words = [attributes.values['layout'] ?? '', ...attributes.classes];
  const known = (table: object) => words.find((word) => Object.hasOwn(table, word));
  const kind = known(KINDS);
  const layout = known(LAYOUTS);
  return {
    kind: kind === undefined ? null : KINDS[kind]!,
    layout: layout === undefined ? null : LAYOUTS[layout]!,
    background: attributes.values['background'] ?? null,
  };
}

/**
 * A topic's blocks as its layout wants them: two columns hold all of them, row by row; a figure from edge to edge
 * leaves the rest to the notes.
 */
export function arrange(topic: Topic, steering: Steering): Block[] {
  if (steering.layout === 'figure' && topic.blocks.some(isPicture))
    return topic.blocks.map((block) => (isPicture(block) ? block : forSpeaker(block)));
  if (steering.layout !== 'columns' || topic.blocks.length < 2) return topic.blocks;
  const attributes: Attributes = { id: null, classes: ['columns'], values: {} };
  return [{ kind: 'group', line: topic.blocks[0]!.line, attributes, blocks: topic.blocks }];
}

/** What is known of a slide's body. */
interface Body {
  /** Pixels below the heading. */
  room: number;
  words: number;
}

/** The layout of what stands on a slide: the author's, else the one that little matter asks for. */
export function layoutOf(steering: Steering, shown: readonly Block[], body: Body): SlideLayout {
  const { layout } = steering;
  if (layout === 'figure') return shown.length === 1 && isPicture(shown[0]!) ? 'figure' : 'plain';
  if (layout === 'columns' || layout === 'plain') return layout;
  if (layout !== 'statement' && isQuotation(shown, body.room)) return 'quote';
  if (layout !== 'quote' && isStatement(shown, body)) return 'statement';
  return 'plain';
}

/** One quotation of a paragraph or two, and nothing else. */
function isQuotation(shown: readonly Block[], room: number): boolean {
  const [quote] = shown;
  return shown.length === 1 && quote?.kind === 'quote' && areLow(quote.blocks, QUOTATION, room);
}

/** One or two sentences. */
function isStatement(shown: readonly Block[], { room, words }: Body): boolean {
  return shown.length > 0 && words <= STATEMENT.words && areLow(shown, STATEMENT, room);
}

function isPicture(block: Block): boolean {
  return block.kind === 'figure' && !block.missing;
}

/** Whether paragraphs, and nothing else, take at most nine tenths of the room. */
export function areLow(
  blocks: readonly Block[],
  face: { size: number; width: number },
  room: number,
): boolean {
  let height = 0;
  for (const block of blocks) {
    if (block.kind !== 'paragraph') return false;
    const lines = countLines(block.inline, Math.min(face.width, ROOM.width), face.size);
    height += lines * face.size * TEXT.line + STATEMENT.gap;
  }
  return height <= room * 0.9;
}
