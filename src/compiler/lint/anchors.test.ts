import { describe, expect, it } from 'vitest';
import { anchorsIn, hasAnchor } from './anchors.ts';

describe('what a link may have behind its #', () => {
  it.each([
    ['## A part', 'a-part'],
    ['## A\n\n## A', 'a-1'],
    ['## A {#mine}', 'mine'],
    ['## A {#mine}', 'a'],
    ['a\n{: #here}', 'here'],
    ['a *b*{: #there .x}', 'there'],
    ['<a name="old"></a>', 'old'],
    ["<a id='single'></a>", 'single'],
    ['<a id=bare></a>', 'bare'],
    ['a', 'top'],
    ['a', 'toc'],
    ['a', 'content'],
    ['a', 'main-content'],
    ['a', ''],
    ['a', 'fn:1'],
    ['a', 'fnref-2'],
    ['## Qué', 'qu%C3%A9'],
    ['> ## A', 'a'],
  ])('%j has #%s', (page, anchor) => {
    expect(hasAnchor(anchorsIn(page), anchor)).toBe(true);
  });

  it.each([
    ['## A part', 'A part'],
    ['## A part', 'part'],
    ['a', 'fn'],
    ['a', 'xfn:1'],
    ['a', '%'],
    ['{#x y', 'y'],
  ])('%j has no #%s', (page, anchor) => {
    expect(hasAnchor(anchorsIn(page), anchor)).toBe(false);
  });
});
