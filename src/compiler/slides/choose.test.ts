import { expect, it } from 'vitest';
import type { Block } from '../model.ts';
import { choose, isSubstance } from './choose.ts';
import { base, code, heading, item, list, paragraph } from './slides.fixture.ts';

const words = (count: number) => `${Array.from({ length: count }, (_, at) => `W${at}`).join(' ')}.`;
const withClass = (block: Block, name: string): Block => ({
  ...block,
  attributes: { id: null, classes: [name], values: {} },
});
const lecture = { exercise: false, prose: false };

/** What becomes of the first of these blocks. */
function fate(blocks: Block[], choice = lecture): string {
  const [chosen] = choose(blocks, choice);
  const shown = chosen!.shown === null ? 'notes' : chosen!.cut ? 'cut' : 'whole';
  return chosen!.leads ? `${shown}, leads` : shown;
}

it.each<[string, Block[], string]>([
  ['a short paragraph', [paragraph(words(22))], 'whole'],
  ['a longer one, whose first sentence is short', [paragraph(`One. ${words(22)}`)], 'cut'],
  ['one sentence that no slide can hold', [paragraph(words(40))], 'notes'],
  ['what leads into code', [paragraph('Like this:'), code('a')], 'whole, leads'],
  ['a long one that leads into it', [paragraph(`${words(30)} So like this:`), code('a')], 'cut, leads'],
  ['a colon before text', [paragraph('Like this:'), paragraph('so')], 'whole'],
  ['a heading', [heading(4, 'a')], 'whole, leads'],
  ['code', [code('a')], 'whole'],
  ['a list', [list([item([paragraph('a')])])], 'whole'],
  ['a list with long items', [list([item([paragraph(`One. ${words(20)}`)])])], 'cut'],
  ['what its author keeps', [withClass(paragraph(words(40)), 'slide')], 'whole'],
  ['what its author moves', [withClass(code('a'), 'notes')], 'notes'],
  ['notes', [{ ...base(), kind: 'notes', hidden: false, blocks: [] }], 'notes'],
  ['footnotes', [{ ...base(), kind: 'footnotes', items: [] }], 'notes'],
  ['a paragraph of nothing', [paragraph('')], 'notes'],
])('shows of %s', (_, blocks, expected) => {
  const found = fate(blocks);
  expect(found).toBe(expected);
});

it('shows twice as much of what a class is asked, and no list cut', () => {
  const asked = { exercise: true, prose: false };
  expect(fate([paragraph(words(44))], asked)).toBe('whole');
  expect(fate([paragraph(words(45))], asked)).toBe('cut');
  expect(fate([list([item([paragraph(`One. ${words(20)}`)])])], asked)).toBe('whole');
});

it('shows first words where there is nothing but prose', () => {
  expect(fate([paragraph(words(40))], { exercise: false, prose: true })).toBe('cut');
});

it.each<[string, Block, boolean]>([
  ['code', code('a'), true],
  ['text', paragraph('a'), false],
  ['a heading', heading(4, 'a'), false],
  ['code in the notes', withClass(code('a'), 'notes'), false],
  ['a break', { ...base(), kind: 'break' }, false],
  ['contents', { ...base(), kind: 'toc' }, false],
  ['a list', list([item([paragraph('a')])]), true],
])('%s is looked at for its own sake: %s', (_, block, is) => {
  expect(isSubstance(block)).toBe(is);
});
