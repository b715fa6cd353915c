import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('a heading', () => {
  it.each<[string, ...string[]]>([
    ['# a', '# a'],
    ['###### a', '###### a'],
    ['####### a', 'p ####### a'],
    ['#a', 'p #a'],
    ['#', '# '],
    ['## a ##', '## a'],
    ['## a#', '## a#'],
    ['## a {#i}', '## a #i'],
    ['## a {: .x #i}', '## a #i .x'],
    ['## a {.x} b', '## a {.x} b'],
    ['## a {x}', '## a {x}'],
    ['   # a', '# a'],
    ['    # a', 'code "# a"'],
    ['a\n===', '# a'],
    ['a\n---', '## a'],
    ['a\nb\n---', '## a\nb'],
    ['a\n   --', '## a'],
    ['a\n    --', 'p a\n--'],
    ['- a\n---', 'ul [p a]', 'break'],
    ['a\n= =', 'p a\n= ='],
    ['## a # {#i}', '## a # #i'],
    ['## `#` b', '## # b'],
    ['a\n-', '## a'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
