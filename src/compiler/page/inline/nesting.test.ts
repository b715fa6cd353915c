import { expect, test } from 'vitest';
import { limitNesting } from './nesting.ts';

test('what people write stays', () => {
  const html = '<table><tr><td>a<td>b<tr><td><ul><li>c<li>d</ul></table><p>e<br/>f<img src="x">';
  expect(limitNesting(html)).toBe(html);
});

test('rows without ends nest nothing', () => {
  const html = `<table>${'<tr><td>a'.repeat(500)}</table>`;
  expect(limitNesting(html)).toBe(html);
});

test('elements nested deeper than a hundred lose their tags, not their words', () => {
  expect(limitNesting(`${'<div>'.repeat(300)}word${'</div>'.repeat(300)}<p>after`)).toBe(
    `${'<div>'.repeat(100)}word${'</div>'.repeat(100)}<p>after`,
  );
});
