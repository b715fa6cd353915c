import { expect, test } from 'vitest';
import { readSanitised } from '../inline/html-nodes.ts';
import { readHtmlTable } from './html-table.ts';

const none = { id: null, classes: [], values: {} };
const read = (html: string) => readHtmlTable(readSanitised(html), 3, none);
const texts = (html: string) => read(html)?.rows.map((row) => row.map((cell) => cell.text));

test('rows and cells, with a header of th', () => {
  const table = read(
    '<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td>1 <b>x</b></td><td>2 &lt; 3</td></tr>\n</table>',
  );
  expect(table).toMatchObject({
    kind: 'table',
    line: 3,
    header: [{ text: 'A' }, { text: 'B' }],
    align: [null, null],
  });
  expect(table!.rows).toEqual([
    [
      {
        nodes: [
          { kind: 'text', text: '1 ' },
          { kind: 'element', tag: 'b', nodes: [{ kind: 'text', text: 'x' }] },
        ],
        text: '1 x',
      },
      { nodes: [{ kind: 'text', text: '2 < 3' }], text: '2 < 3' },
    ],
  ]);
});

test('rows without a header, ends that are left out, cells over two columns, paragraphs', () => {
  expect(texts('<table><tr><td>a<td>b<tr><td colspan="2"><p>c</p><p>d</p></table>')).toEqual([
    ['a', 'b'],
    ['c\nd', ''],
  ]);
  expect(read('<table><thead><tr><td>a</td></tr></thead></table>')!.header).toEqual([]);
});

test.each([
  '<table><tr><td rowspan="2">a</td></tr></table>',
  '<table><tr><td><pre>a</pre></td></tr></table>',
  '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>',
  '<table><caption>words</caption><tr><td>a</td></tr></table>',
  '<table>words<tr><td>a</td></tr></table>',
  '<table></table>',
])('what is more than words in rows stays HTML: %s', (html) => {
  expect(read(html)).toBeNull();
});
