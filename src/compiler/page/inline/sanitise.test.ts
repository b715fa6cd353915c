import { expect, test } from 'vitest';
import { sanitiseInline } from './sanitise.ts';

test.each([
  [
    '<a href="https://a.b/" target="_blank" rel="opener">x</a>',
    '<a href="https://a.b/" target="_blank" rel="noopener">x</a>',
  ],
  ['<a href="https://a.b/" target="other" rel="opener">x</a>', '<a href="https://a.b/">x</a>'],
  ['<a href="https://a.b/" target="_top">x</a>', '<a href="https://a.b/">x</a>'],
])('a window that a link opens can’t lead the deck elsewhere: %s', (written, shown) => {
  expect(sanitiseInline(written)).toBe(shown);
});
