import { describe, expect, it } from 'vitest';
import type { Block, ListBlock } from '../../model.ts';
import { type Atom, assemble } from '../atoms.ts';
import { atomsOf } from '../kinds.ts';
import { CALLOUT, CARD, LIST, QUOTE, ROOM, TRANSCRIPT, TYPE } from '../layout.ts';
import { onSlide } from '../make-atoms.ts';
import { base, code, heading, inline, item, list, paragraph } from '../slides.fixture.ts';
import {
  callout,
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

describe('the parts of a block', () => {
  const around = (block: Block) => partsOf(block)[0]!.frames.map((frame) => frame.around);

  it.each<[string, Block, number[]]>([
    ['a list has none', list([item([text])]), [0, 0]],
    ['code: the card', code('a'), [2 * CARD.padding]],
    ['a table: its header', table, [tableRow]],
    ['a quote', { ...base(), kind: 'quote', blocks: [text] }, [2 * QUOTE.down]],
    ['a callout: its title too', callout('note', [text]), [2 * CALLOUT.down + LINE + CALLOUT.gap]],
    [
      'details: their summary',
      { ...base(), kind: 'details', summary: inline(''), open: false, blocks: [text] },
      [CALLOUT.title + CALLOUT.gap],
    ],
    ['a division has none', group('mine', [text]), [0]],
    ['definitions have none', definitions, [0]],
  ])('have walls around them: %s', (_, block, heights) => {
    expect(rounded(around(block))).toEqual(rounded(heights));
  });

  it.each<[string, Block]>([
    ['a list', list([item([text, paragraph('two')]), item([list([item([text]), item([text])])])])],
    ['a table', table],
    ['a quote', { ...base(), kind: 'quote', blocks: [text, paragraph('two')] }],
    ['a callout', callout('solution', [text, list([item([text])])])],
    ['details', { ...base(), kind: 'details', summary: inline('s'), open: true, blocks: [text, text] }],
    ['a division', group('mine', [text, text])],
    ['definitions', definitions],
    ['a transcript', transcript(command('a'), { kind: 'comment', line: 2, text: '# b' }, command('c'))],
  ])('make %s again', (_, block) => {
    expect(assemble(partsOf(block) as never)).toEqual([block]);
  });

  it('of code know their lines, the size of the whole, and which lines are highlighted', () => {
    const whole = { ...code('first\nsecond\nthird line'), textLine: 5 } as Extract<Block, { kind: 'code' }>;
    whole.attributes = { id: null, classes: [], values: { lines: '1|3' } };
    const [part] = assemble(partsOf(whole).slice(1) as never);
    expect(part).toMatchObject({ text: 'second\nthird line', textLine: 6, columns: 10 });
    expect(part!.attributes.values['lines']).toBe('0|2');
  });

  it('of a list go on counting, and say that an item was begun before', () => {
    const two = list([item([text]), item([text, paragraph('rest')]), item([text])], true);
    const [part] = assemble(partsOf(two).slice(2) as never) as ListBlock[];
    expect([part!.start, part!.items.map((one) => one.continued ?? false)]).toEqual([2, [true, false]]);
  });

  it('of a transcript stand under a line where they are typed into a program', () => {
    const inside = (step: string) => (step === 's-2' ? 's-1' : null);
    const block = transcript(command('a', { step: 's-1' }), command('b', { step: 's-2' }));
    const atoms = atomsOf(block, onSlide(TYPE.normal, inside));
    expect(atoms.map(({ frames }) => frames.map((frame) => frame.around))).toEqual([
      [2 * CARD.padding],
      [2 * CARD.padding, TRANSCRIPT.where],
    ]);
  });

  it('lift pictures out of lists, at the width of the slide', () => {
    const picture = figure({ width: ROOM.width, height: 300 });
    const parts = partsOf(list([item([text, picture]), item([text])]));
    expect(parts.map(({ lifted, frames, height }) => [lifted, frames.length, Math.round(height)])).toEqual([
      [false, 2, Math.round(LINE)],
      [true, 0, 300],
      [false, 2, Math.round(LINE)],
    ]);
  });

  it('have room that gets narrower, and nested lists smaller type', () => {
    const long = paragraph('word '.repeat(60).trim());
    const [alone] = partsOf(long);
    const [quoted] = partsOf({ ...base(), kind: 'quote', blocks: [callout('note', [long])] });
    expect(quoted!.least).toBeGreaterThan(alone!.least);
    const [, nested] = partsOf(list([item([text, list([item([text])])])]));
    expect(nested!.least).toBeCloseTo(LINE * LIST.nested, 6);
  });

  const edges = (block: Block) => partsOf(block).map(({ reluctance }) => reluctance);
  it.each<[string, Block, number[]]>([
    ['between items, least by one alone', list([1, 2, 3, 4].map(() => item([text]))), [0, 24, 6, 24]],
    ['within an item', list([item([text, text]), item([text])]), [0, 31, 24]],
    ['between rows', table, [0, 8]],
    ['between blocks of a box', callout('note', [text, text]), [0, 15]],
    ['before a solution', callout('solution', [text, text]), [-170, 15]],
    ['before a heading', heading(4, 'one'), [-15]],
    ['between commands', transcript(command('a'), command('b')), [0, 10]],
    ['between definitions', definitions, [0, 6]],
  ])('are parted %s', (_, block, found) => {
    expect(edges(block)).toEqual(found);
  });

  it('lead on where they end in a colon, and where a comment says what comes', () => {
    const leads = (block: Block) => partsOf(block).map((part: Atom) => part.leads);
    expect(leads(paragraph('like this: '))).toEqual([true]);
    expect(leads(paragraph('like: this'))).toEqual([false]);
    expect(leads(transcript({ kind: 'comment', line: 1, text: '# b' }, command('c')))).toEqual([true, false]);
  });
});
