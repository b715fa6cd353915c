import { describe, expect, it } from 'vitest';
import type { Block, CommandEntry, TranscriptBlock } from '../../model.ts';
import { splittingOf } from '../kinds.ts';
import { CARD, TRANSCRIPT } from '../layout.ts';
import { base, code, heading } from '../slides.fixture.ts';
import { command, figure, partsOf, table, text, transcript } from './kinds.fixture.ts';

describe('what slides show', () => {
  it.each<[string, Block, string]>([
    ['text', text, 'text'],
    ['a heading', heading(4, 'a'), 'text'],
    ['code', code('a'), 'matter'],
    ['a table', table, 'matter'],
    ['a picture', figure(null), 'matter'],
    ['notes', { ...base(), kind: 'notes', hidden: true, blocks: [] }, 'never'],
    ['footnotes', { ...base(), kind: 'footnotes', items: [] }, 'never'],
  ])('of %s', (_, block, shows) => {
    expect(splittingOf(block).shows).toBe(shows);
  });

  it('of a long output is its first lines', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}`).join('\n');
    const shorten = (output: string) => {
      const block = transcript(command('a', { output }));
      const shorter = splittingOf<TranscriptBlock>(block).shorten!(block, (blocks) => blocks);
      return shorter === block ? 'all' : (shorter.entries[0] as CommandEntry).output;
    };
    expect(shorten(lines(12))).toBe('all');
    expect(shorten(lines(13))).toBe(`${lines(10)}\n[…]`);
  });

  it('of an output that no slide has room for is what fits, then of the command', () => {
    const output = Array.from({ length: 60 }, (_, at) => `${at + 1}`).join('\n');
    const trimmed = (entry: CommandEntry, room: number) => {
      const block = transcript(entry);
      return splittingOf<TranscriptBlock>(block).trim!(block, room).entries[0] as CommandEntry;
    };
    const one = trimmed(command('a', { output }), 300);
    expect(one.output.split('\n').at(-1)).toBe('[…]');
    expect(partsOf(transcript(one))[0]!.dense).toBeLessThanOrEqual(300 - 2 * CARD.padding - TRANSCRIPT.where);
    expect(one.command).toBe('a');
    const long = trimmed(command(output, { output }), 300);
    expect(long.output).toBe('1\n[…]');
    expect(long.command.split('\n').at(-1)).toBe('[…]');
    expect(trimmed(command('a', { output: 'b' }), 300).output).toBe('b');
  });
});
