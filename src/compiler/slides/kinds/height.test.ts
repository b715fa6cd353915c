import { describe, expect, it } from 'vitest';
import { type InlineNode, plainInline } from '../../inline/nodes.ts';
import type { Block } from '../../model.ts';
import {
  BLOCK_GAP,
  CALLOUT,
  CARD,
  DENSE_CODE,
  DIAGRAM,
  FIGURE,
  HEADING,
  MATH,
  ROOM,
  TEXT,
  TRANSCRIPT,
  TYPE,
} from '../layout.ts';
import { base, code, heading, inline, item, list } from '../slides.fixture.ts';
import {
  callout,
  codeLine,
  command,
  definitions,
  figure,
  group,
  LINE,
  partsOf,
  rounded,
  table,
  tableRow,
  text,
  transcript,
} from './kinds.fixture.ts';

const photo: InlineNode = { kind: 'image', source: 'a.png', alt: null };

function element(tag: string, text: string): InlineNode {
  return { kind: 'element', tag, nodes: plainInline(text).nodes };
}

describe('the height of each part', () => {
  it.each<[string, Block, number[]]>([
    ['a paragraph: its lines', text, [LINE]],
    ['a heading: larger lines', heading(4, 'one'), [TEXT.size * HEADING.inside * HEADING.line]],
    ['a list: a part for each block', list([item([text, text]), item([text])]), [LINE, LINE, LINE]],
    ['code: a line each', code('a\nb'), [codeLine, codeLine]],
    ['a transcript: a row each', transcript(command('a'), command('b')), [TRANSCRIPT.row, TRANSCRIPT.row]],
    ['a table: a row each', table, [tableRow, tableRow]],
    ['a table without rows: its header', { ...table, rows: [] } as Block, [tableRow]],
    ['a quote: its blocks', { ...base(), kind: 'quote', blocks: [text, text] }, [LINE, LINE]],
    ['a callout: its blocks', callout('note', [text, text]), [LINE, LINE]],
    [
      'an empty callout: its walls and title',
      callout('note', []),
      [2 * CALLOUT.down + TEXT.size * TEXT.line + CALLOUT.gap],
    ],
    [
      'details: their blocks',
      { ...base(), kind: 'details', summary: inline(''), open: false, blocks: [text] },
      [LINE],
    ],
    ['a division: its blocks', group('mine', [text, text]), [LINE, LINE]],
    ['two columns: row by row, in one part', group('columns', [text, text, text]), [2 * LINE + BLOCK_GAP]],
    ['moments: one picture', group('moments', [text, text]), [DIAGRAM.least]],
    ['a picture: at least so that it can be seen', figure({ width: 100, height: 100 }), [FIGURE.least]],
    [
      'its caption below',
      figure(null, 'one'),
      [FIGURE.least + FIGURE.captionGap + FIGURE.caption * TEXT.line],
    ],
    ['a diagram', { ...base(), kind: 'diagram', id: 'd' }, [DIAGRAM.least]],
    ['mathematics: its lines', { ...base(), kind: 'math', tex: 'a\\\\b' }, [2 * MATH.line]],
    [
      'HTML: a line for each element that makes one, and its pictures',
      { ...base(), kind: 'html', nodes: [element('p', 'a'), element('p', 'b'), photo], text: 'a\nb' },
      [3 * LINE * 1.2 + FIGURE.least],
    ],
    ['definitions: terms above what they mean', definitions, [2 * LINE + 2 * LINE + BLOCK_GAP, LINE + LINE]],
    ['notes: none', { ...base(), kind: 'notes', hidden: false, blocks: [text] }, [0]],
    ['footnotes: none', { ...base(), kind: 'footnotes', items: [] }, [0]],
    ['a break: none', { ...base(), kind: 'break' }, [0]],
    ['contents: none', { ...base(), kind: 'toc' }, [0]],
  ])('%s', (_, block, heights) => {
    expect(rounded(partsOf(block).map((part) => part.least))).toEqual(rounded(heights));
  });

  it.each<[string, Block, number]>([
    ['twice its size', figure({ width: 100, height: 150 }), 300],
    ['as wide as the slide', figure({ width: 2 * ROOM.width, height: 800 }), 400],
    ['as high as the slide leaves', figure({ width: 800, height: 800 }), ROOM.height - 140],
    ['so much for one that is not there', figure(null), FIGURE.placeholder],
  ])('of a picture that has room: %s', (_, block, height) => {
    expect(partsOf(block)[0]!.height).toBe(height);
  });

  it('of text and code is less on a dense slide, of tables and pictures the same', () => {
    const dense = (block: Block) => partsOf(block).map((part) => part.dense / part.least)[0];
    expect(dense(text)).toBeCloseTo(TEXT.dense / TEXT.size, 6);
    expect(dense(code('a'))).toBeCloseTo(DENSE_CODE.code / TYPE.normal.code, 6);
    expect(dense(table)).toBe(1);
    expect(dense({ ...base(), kind: 'diagram', id: 'd' })).toBe(1);
  });

  it('of an output stands under its command, smaller where its lines are long', () => {
    const [short] = partsOf(transcript(command('a', { output: 'b\nc' })));
    const output = 2 * TYPE.normal.output * CARD.line;
    expect(short!.least).toBeCloseTo(TRANSCRIPT.row + TRANSCRIPT.outputGap + output, 6);
    const [long] = partsOf(transcript(command('a', { output: 'x'.repeat(130) })));
    expect(long!.least).toBeCloseTo(TRANSCRIPT.row + TRANSCRIPT.outputGap + 17 * CARD.line, 6);
  });
});
