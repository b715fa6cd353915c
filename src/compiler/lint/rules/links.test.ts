import { describe, expect, it } from 'vitest';
import { findings } from '../lint.fixture.ts';

const files = { 'b.md': '# B\n\n## Part\n', 'c.png': '' };

describe('a link that leads nowhere', () => {
  it.each([
    ['[a](gone.md)', ['broken-link 3:5']],
    ['[a](gone.md#part)', ['broken-link 3:5']],
    ['[a](gone.md?x=1)', ['broken-link 3:5']],
    ['[a](b.md#gone)', ['broken-anchor 3:5']],
    ['[a](#gone)', ['broken-anchor 3:5']],
    ['text\n[a](gone.md)', ['broken-link 4:5']],
    ['## H [a](gone.md)', ['broken-link 3:10']],
    ['| [a](gone.md) |\n|---|\n| b |', ['broken-link 3:7']],
    ['| a |\n|---|\n| [b](gone.md) |', ['broken-link 5:7']],
    ['- [a](gone.md)', ['broken-link 3:7']],
    ['> [a](gone.md)', ['broken-link 3:7']],
    ['::: note [a](gone.md)\nb\n:::', ['broken-link 3:14']],
    ['<details><summary><a href="gone.md">a</a></summary>b</details>', ['broken-link 3:28']],
    ['[a](gone.md)\n: b', ['broken-link 3:5']],
    ['<ul><li><a href="gone.md">a</a></ul>', ['broken-link 3:18']],
    ['[![a](c.png)](gone.md)\n\nb', ['broken-link 3:15']],
    ['[a][r]\n\n[r]: gone.md', ['broken-link 5:6']],
  ])('%j', (text, found) => {
    expect(findings(`# A\n\n${text}\n`, files)).toEqual(found);
  });

  it.each([
    ...['[a](b.md)', '[a](b.md#part)', '[a](b.md?x=1#part)', '[a](b.md#)', '[a](#a)', '[a](#)', '[a](#top)'],
    ...['[a](c.png)', '[a](?x=1)', '[a](../up.md)', '[a](../up.md#x)'],
    ...['[a](https://x.example)', '[a](//x.example/y)', '[a](mailto:a@b.c)', '[a](tel:1)', '[a](HTTP://x)'],
    ...['[a]({{ site.x }}/y)', '`[a](gone.md)`', '```\n[a](gone.md)\n```'],
  ])('is none: %j', (text) => {
    expect(findings(`# A\n\n${text}\n`, files)).toEqual([]);
  });
});
