import { expect, test } from 'vitest';
import { parse } from '../sketch.fixture.ts';

/** The anchors of the headings of a page, in its order. */
function anchors(...lines: string[]): string[] {
  return parse(lines.join('\n\n')).blocks.flatMap((block) =>
    block.kind === 'heading' ? [block.anchor] : [],
  );
}

test.each([
  ['Dos partes', 'dos-partes'],
  ['¿Qué es `docker run`?', 'qué-es-docker-run'],
  ['A_b-c 1.2', 'a_b-c-12'],
  ['a  b', 'a--b'],
  ['漢字 ñ', '漢字-ñ'],
  ['!!!', 'section'],
  ['A {#Mine}', 'Mine'],
])('%s is #%s', (title, anchor) => {
  expect(anchors(`## ${title}`)).toEqual([anchor]);
});

test.each([
  ['the same heading again', ['a', 'a', 'a'], ['a', 'a-1', 'a-2']],
  ['a heading that has the name already', ['a', 'a 1', 'a'], ['a', 'a-1', 'a-2']],
  ['one that gets a name before another one asks for it', ['a', 'a', 'a 1'], ['a', 'a-1', 'a-1-1']],
  ['an id of the author’s own that is taken', ['a', 'b {#a}'], ['a', 'a-1']],
  ['headings without letters', ['!', '?'], ['section', 'section-1']],
])('no anchor stands twice: %s', (_, titles, names) => {
  expect(anchors(...titles.map((title) => `## ${title}`))).toEqual(names);
});

test('a heading in an aside counts', () => {
  expect(anchors('> # x\n>\n> ## a', '## a')).toEqual(['a-1']);
});
