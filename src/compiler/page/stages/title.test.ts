import { expect, test } from 'vitest';
import { parse } from '../sketch.fixture.ts';

test.each([
  ['a heading that opens the page', '---\ntitle: F\n---\n# T\n\n# U', 'T'],
  ['the front matter, before a heading of a part', '---\ntitle: F\n---\n## A\n\n# T', 'F'],
  ['the first heading, whatever its depth', '## A\n\n# T', 'A'],
  ['a list of words', '---\ntitle: [a, b]\n---\ntext', 'a, b'],
  ['nothing', 'text', undefined],
  ['nothing, for a heading within an aside', '> # T', undefined],
])('the title is %s', (_, page, title) => {
  expect(parse(page).title).toBe(title);
});
