import type { Block, CommandEntry, TranscriptBlock } from '../../model.ts';
import { atomsOf } from '../kinds.ts';
import { CARD, TABLE, TEXT, TYPE } from '../layout.ts';
import { onSlide } from '../make-atoms.ts';
import { base, inline, paragraph } from '../slides.fixture.ts';

export const LINE = TEXT.size * TEXT.line;
export const setting = onSlide(TYPE.normal, () => null);
export const partsOf = (block: Block) => atomsOf(block, setting);
export const text = paragraph('one');

export const command = (text: string, more: Partial<CommandEntry> = {}): CommandEntry => ({
  kind: 'command',
  line: 1,
  prompt: '$',
  command: text,
  output: '',
  step: null,
  ...more,
});
export const transcript = (...entries: TranscriptBlock['entries']): TranscriptBlock => ({
  ...base(),
  kind: 'transcript',
  language: 'console',
  info: 'console',
  text: '',
  textLine: 1,
  entries,
});
export const cells = (...words: string[]) => words.map(inline);
export const table: Block = {
  ...base(),
  kind: 'table',
  header: cells('a', 'b'),
  align: [null, null],
  rows: [cells('1', '2'), cells('3', '4')],
};
export const figure = (
  size: { width: number; height: number } | null,
  caption: string | null = null,
): Block => ({
  ...base(),
  kind: 'figure',
  source: 'a.png',
  alt: '',
  caption: caption === null ? null : inline(caption),
  size,
  missing: size === null,
  link: null,
});
export const group = (name: string, blocks: Block[]): Block => ({
  line: 1,
  attributes: { id: null, classes: [name], values: {} },
  kind: 'group',
  blocks,
});
export const callout = (flavour: 'note' | 'solution', blocks: Block[]): Block => ({
  ...base(),
  kind: 'callout',
  flavour,
  title: inline(''),
  blocks,
});
export const definitions: Block = {
  ...base(),
  kind: 'definitions',
  items: [
    { line: 1, terms: cells('term', 'other'), definitions: [[text], [text]] },
    { line: 2, terms: cells('last'), definitions: [[text]] },
  ],
};
export const tableRow = 2 * TABLE.down + TABLE.rule + TYPE.normal.table * TABLE.line;
export const codeLine = TYPE.normal.code * CARD.line;

/** Pixels, without what arithmetic leaves behind the thousandth. */
export const rounded = (heights: readonly number[]) => heights.map((height) => Number(height.toFixed(3)));
