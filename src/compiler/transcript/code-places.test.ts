import { expect, test } from 'vitest';
import type { Block } from '../model.ts';
import { findCode, replaceCode } from './code-places.ts';
import { code, paragraph } from './transcript.fixture.ts';

const around = { line: 1, attributes: { id: null, classes: [], values: {} } };
const heading = (text: string) => ({ ...paragraph(text), kind: 'heading', depth: 2, anchor: text }) as Block;
const quote = (...blocks: Block[]) => ({ ...around, kind: 'quote', blocks }) as Block;
const notes = (...blocks: Block[]) => ({ ...around, kind: 'notes', hidden: false, blocks }) as Block;

test('code is found at any depth, in order, but not in what only the speaker sees', () => {
  const blocks = [code('a'), quote(code('b'), quote(code('c'))), notes(code('hidden')), code('d')];
  expect(findCode(blocks).map(({ block }) => block.text)).toEqual(['a', 'b', 'c', 'd']);
});

test('it knows the block before it, the words since the code before, and the headings above', () => {
  const [said, inside] = [paragraph('said'), paragraph('inside')];
  const [first, second] = [code('a'), code('b')];
  const blocks = [
    paragraph('lost'),
    heading('H'),
    said,
    first,
    quote(inside, second),
    heading('I'),
    code('c'),
  ];
  expect(findCode(blocks).map(({ previous, lead, headings }) => [previous, lead, headings])).toEqual([
    [said, 'said\n', 1],
    [inside, 'inside\n', 1],
    [blocks[5], '', 2],
  ]);
});

test('code is replaced at any depth, and nothing else is touched', () => {
  const [first, second, hidden] = [code('a'), code('b'), notes(code('c'))];
  const other = paragraph('instead');
  const blocks = [first, quote(second), hidden];
  expect(replaceCode(blocks, new Map())).toBe(blocks);
  expect(replaceCode(blocks, new Map([[second, other]]))).toEqual([first, quote(other), hidden]);
  expect(replaceCode(blocks, new Map([[first, other]]))[2]).toBe(hidden);
});
