import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

describe('a picture', () => {
  it.each<[string, ...string[]]>([
    ['![a](b.png)', 'figure b.png “a”'],
    ['![](b.png "T")', 'figure b.png (T)'],
    ['![a](b.png)\n![c](d.png)', 'figure b.png “a”', 'figure d.png “c”'],
    ['text ![a](b.png)', 'p text\na'],
    ['text\n![a](b.png)\nmore', 'p text', 'figure b.png “a”', 'p more'],
    ['[![a](b.png)](c.md)', 'figure b.png “a”'],
    ['![a](b.png){: .x width="3"}', 'figure b.png “a” .x'],
    ['<img src="b.png" alt="A" class="x y" id="i" height="9">', 'figure b.png “A” #i .x .y height=9'],
    ['![a][r]\n\n[r]: b.png', 'figure b.png “a”'],
    ['![a](https://x.example/a.png)', 'figure https://x.example/a.png “a”'],
    ['![](b.png)\\\n![](c.png)', 'figure b.png', 'figure c.png'],
    ['![a]()', 'figure  “a”'],
    ['![a](b.png "x & <y>")', 'figure b.png “a” (x & <y>)'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });

  it.each<[string, ...string[]]>([
    ['![a](b.png)', '1 missing-image: The picture b.png is not there.'],
    ['![](b.png "T")', '1 missing-image: The picture b.png is not there.'],
    [
      '![a](b.png)\n![c](d.png)',
      '1 missing-image: The picture b.png is not there.',
      '2 missing-image: The picture d.png is not there.',
    ],
    ['text\n![a](b.png)\nmore', '2 missing-image: The picture b.png is not there.'],
    ['[![a](b.png)](c.md)', '1 missing-image: The picture b.png is not there.'],
    ['![a](b.png){: .x width="3"}', '1 missing-image: The picture b.png is not there.'],
    [
      '<img src="b.png" alt="A" class="x y" id="i" height="9">',
      '1 missing-image: The picture b.png is not there.',
    ],
    ['![a][r]\n\n[r]: b.png', '1 missing-image: The picture b.png is not there.'],
    [
      '![](b.png)\\\n![](c.png)',
      '1 missing-image: The picture b.png is not there.',
      '2 missing-image: The picture c.png is not there.',
    ],
    ['![a]()', '1 missing-image: This picture has no address.'],
    ['![a](b.png "x & <y>")', '1 missing-image: The picture b.png is not there.'],
  ])('says what is wrong: %j', (page, ...said) => {
    expect(warnings(page)).toEqual(said);
  });

  it('says nothing of what is right', () => {
    expect(['text ![a](b.png)', '![a](https://x.example/a.png)'].flatMap((page) => warnings(page))).toEqual(
      [],
    );
  });
});
