import { describe, expect, it } from 'vitest';
import { addAttributes, attributeLine, parseAttributes } from './attributes.ts';

const make = (id: string | null, classes: string[] = [], values: Record<string, string> = {}) => ({
  id,
  classes,
  values,
});

describe('a line of attributes', () => {
  it.each([
    ['{: .a}', ' .a'],
    ['  {:.a }  ', '.a '],
    ['{:}', ''],
    ['{:toc}', 'toc'],
    ['{::a}', null],
    ['x {: .a}', null],
    ['{: .a} x', null],
    ['{: {.a}}', null],
    ['{ .a}', null],
  ])('%j: %j', (text, inside) => {
    expect(attributeLine(text)).toBe(inside);
  });

  it('is no longer than an author writes', () => {
    const line = (length: number) => `{:${'a'.repeat(length - 3)}}`;
    expect(attributeLine(line(2000))).not.toBeNull();
    expect(attributeLine(line(2001))).toBeNull();
  });
});

describe('attributes', () => {
  it.each([
    ['#i', make('i')],
    ['.a .b', make(null, ['a', 'b'])],
    ['.a.b', make(null, ['a', 'b'])],
    ['#i.a', make('i', ['a'])],
    ['k="a b" l=\'c d\' m=e', make(null, [], { k: 'a b', l: 'c d', m: 'e' })],
    ['k=""', make(null, [], { k: '' })],
    ['toc no-run', make(null, [], { toc: '', 'no-run': '' })],
    ['id="i" class="a  b"', make('i', ['a', 'b'])],
    ['#i #j', make('j')],
    ['', make(null)],
    ['.', make(null)],
  ])('%j', (inside, read) => {
    expect(parseAttributes(inside)).toEqual(read);
  });

  it('hold no key that is one of every object’s', () => {
    expect(Object.keys(parseAttributes('__proto__="x" k="v"').values)).toEqual(['k']);
  });

  it.each([
    [make('i', ['a'], { k: '1' }), make(null, ['b'], { l: '2' }), make('i', ['a', 'b'], { k: '1', l: '2' })],
    [make('i', ['a'], { k: '1' }), make('j', ['a'], { k: '2' }), make('j', ['a'], { k: '2' })],
  ])('%o and %o', (own, more, both) => {
    addAttributes(own, more);
    expect(own).toEqual(both);
  });
});
