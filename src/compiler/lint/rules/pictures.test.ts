import { describe, expect, it } from 'vitest';
import { findings, lintPage } from '../lint.fixture.ts';

const files = { 'a.png': '', 'b c.png': '' };
const find = (text: string) => findings(`# A\n\nwords\n\n${text}\n\nmore\n`, files);

describe('a picture that is not there', () => {
  it.each([
    ['![x](gone.png)', ['missing-image 5:6']],
    ['text ![x](gone.png)', ['missing-image 5:11']],
    ['text ![x](gone.png?y#z)', ['missing-image 5:11']],
    ['| ![x](gone.png) |\n|---|\n| a |', ['missing-image 5:8']],
    ['<img src="gone.png" alt="x">', ['missing-image 5:11']],
    ['![x]()', ['missing-image 5:1']],
    ['a ![x](gone.png) ![y](gone.png)', ['missing-image 5:8', 'missing-image 5:23']],
  ])('%j', (text, found) => {
    expect(find(text)).toEqual(found);
  });

  it.each([
    ...['![x](a.png)', 'text ![x](a.png)', 'text ![x](a.png?y)', '![x](https://x.example/y.png)'],
    ...['text ![x](https://x.example/y.png)', 'text ![x](../up.png)', '`![x](gone.png)`'],
  ])('is there, or elsewhere: %j', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('a picture that says nothing', () => {
  it.each([
    ['![](a.png)', ['missing-alt 5:5']],
    ['![ ](a.png)', ['missing-alt 5:6']],
    ['text ![](a.png)', ['missing-alt 5:10']],
    ['<img src="a.png">', ['missing-alt 5:11']],
    ['![x](a.png)', []],
    ['<img src="a.png" alt="">', []],
    ["![](a.png){alt='x'}", []],
  ])('%j', (text, found) => {
    expect(find(text)).toEqual(found);
  });

  it('is named, as far as a message is read', () => {
    const address = `https://x.example/${'x'.repeat(100)}.png`;
    const [found] = lintPage(`# A\n\nwords\n\n![](${address})\n\nmore\n`);
    expect(found!.message).toContain(`${address.slice(0, 79)}…`);
    expect(found!.message).not.toContain(address.slice(0, 80));
  });
});
