import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

describe('HTML', () => {
  it.each<[string, ...string[]]>([
    ['<div>\n*a*\n</div>', 'p a'],
    ['<div class="x" id="i">\na\n</div>', 'group [p a] #i .x'],
    ['<div markdown="1">a</div>', 'p a'],
    ['<div class="x">\n</div>'],
    ['<div class="x">a</div> b', 'group [p a] .x', 'p b'],
    ['<div class="x">\na\n\nb', 'group [p a] .x', 'p b'],
    ['<blockquote>\na\n</blockquote>', 'quote [p a]'],
    ['<section class="x">\n<div>a</div>\n</section>', 'group [p a] .x'],
    ['<h2 id="i">a</h2>', '## a #i'],
    ['<h2>\na\n</h2>', '## a'],
    ['<hr>', 'break'],
    ['<details>\n<summary>S</summary>\na\n</details>', 'details “S” [p a]'],
    ['<details open class="x"><summary>S</summary>a</details>', 'details open “S” [p a] .x'],
    ['<details>\na\n</details>', 'details “” [p a]'],
    ['<figure>\n<img src="a.png">\n<figcaption>C</figcaption>\n</figure>', 'figure a.png (C)'],
    ['<script>\na\n\nb\n</script>\nc', 'p c'],
    ['<style>a</style>'],
    ['<ul>\n<li>a\n\n<li>b\n</ul>', 'html a\nb'],
    ['<table>\n<tr><td>a</td></tr>\n</table>', 'table  / a'],
    ['<dl><dt>a</dt></dl>', 'html a'],
    ['<p>a</p>', 'p a'],
    ['<p class="x">\na', 'group [p a] .x'],
    ['</div>\na', 'p a'],
    ['</x>\na', 'p </x>\na'],
    ['<br>\na\n\nb', 'html a', 'p b'],
    ['<iframe src="https://x.example"></iframe>', 'html https://x.example'],
    ["<video\nsrc='v.mp4'></video>", 'html v.mp4'],
    ['<unknown>a</unknown>', 'p <unknown>a</unknown>'],
    ['    <div>a</div>', 'code "<div>a</div>"'],
    ['<div\n  class="x">\na\n</div>', 'group [p a] .x'],
    ['<div>\n  <div>\n  a\n  </div>\n</div>', 'p a'],
    ['<DIV CLASS="x">a</DIV>', 'group [p a] .x'],
    ['<div onclick="x" style="y" class="z">a</div>', 'group [p a] .z'],
    ['<p><img src="a.png"></p>', 'figure a.png'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });

  it.each<[string, ...string[]]>([
    [
      '<figure>\n<img src="a.png">\n<figcaption>C</figcaption>\n</figure>',
      '2 missing-image: The picture a.png is not there.',
    ],
    ['<p><img src="a.png"></p>', '1 missing-image: The picture a.png is not there.'],
  ])('says what is wrong: %j', (page, ...said) => {
    expect(warnings(page)).toEqual(said);
  });

  it('says nothing of what is right', () => {
    expect(
      [
        '<div>\n*a*\n</div>',
        '<div class="x" id="i">\na\n</div>',
        '<div markdown="1">a</div>',
        '<div class="x">\n</div>',
        '<div class="x">a</div> b',
        '<div class="x">\na\n\nb',
      ].flatMap((page) => warnings(page)),
    ).toEqual([]);
  });
});
