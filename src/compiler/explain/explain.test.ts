import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { explainPage as explain } from './explain.fixture.ts';

it.each<[string, string, string[]]>([
  ['a heading', '## Two', ['1-1 heading heading ##']],
  ['an underlined heading', 'Two\n---', ['1-2 heading underlined ---']],
  ['a paragraph', 'one\ntwo\n\n', ['1-2 paragraph paragraph']],
  [
    'a picture within a paragraph',
    'one\n![a](b.png)\nthree',
    ['1-1 paragraph paragraph', '2-2 figure picture', '3-3 paragraph paragraph'],
  ],
  [
    'front matter',
    '---\ntitle: T\n\nlang: es\n---\n\nText.',
    ['1-5 nothing front-matter', '7-7 paragraph paragraph'],
  ],
  ['a fence', '```yaml\na: 1\n```', ['1-3 code fence ```; file yaml']],
  ['a fence that is never closed', '~~~yaml\na: 1', ['1-2 code open-fence ~~~; file yaml']],
  [
    'a fence that is indented as a whole',
    'Text:\n\n    ```yaml\n    a: 1\n    ```',
    ['1-1 paragraph paragraph', '3-5 wrapper indented', '  3-5 code fence ```; file yaml'],
  ],
  [
    'a list and what is in it',
    '- one\n\n  two\n- three',
    ['1-4 list list', '  1-1 paragraph paragraph', '  3-3 paragraph paragraph', '  4-4 paragraph paragraph'],
  ],
  [
    'a list that becomes the contents',
    '1. TOC\n{:toc}',
    ['1-1 toc toc', '  1-1 paragraph paragraph', '2-2 nothing attributes-of-above'],
  ],
  [
    'attributes of the next block',
    '{: .slide}\nText.',
    ['1-1 nothing attributes-of-next', '2-2 paragraph paragraph'],
  ],
  ['a quote', '> Text.', ['1-1 quote quote', '  1-1 paragraph paragraph']],
  ['an alert', '> [!NOTE]\n> Text.', ['1-2 callout alert', '  1-2 paragraph paragraph']],
  ['a notice', 'Text.\n{: .note}', ['1-1 callout notice', '2-2 nothing attributes-of-above']],
  [
    'a definition list',
    'word\n: what it means',
    ['1-2 definitions definitions', '  2-2 paragraph paragraph'],
  ],
  ['a definition of a link', '[a]: b.html', ['1-1 nothing definition']],
  [
    'a footnote',
    'Text.[^1]\n\n[^1]: More.',
    ['1-1 paragraph paragraph', '3-3 wrapper footnote', '  3-3 paragraph paragraph'],
  ],
  ['a comment', '<!-- one\n\ntwo -->', ['1-3 nothing comment']],
  [
    'notes in a comment',
    '<!-- notes: say it -->',
    ['1-1 notes speaker-comment', '  1-1 paragraph paragraph'],
  ],
  [
    'a tag that says nothing of what it wraps',
    '<div>\n\nText.\n\n</div>',
    ['1-5 wrapper html', '  3-3 paragraph paragraph'],
  ],
  [
    'a Liquid tag',
    '{% comment %}\nno\n{% endcomment %}\nText.',
    ['1-3 nothing liquid', '4-4 paragraph paragraph'],
  ],
  [
    'a Liquid tag within a list',
    '- one\n{% if a %}\n- two\n{% endif %}',
    [
      '1-3 list list',
      '  1-1 paragraph paragraph',
      '  2-2 nothing liquid',
      '  3-3 paragraph paragraph',
      '4-4 nothing liquid',
    ],
  ],
  ['a diagram', '```mermaid\ngraph TD\nA-->B\n```', ['1-4 diagram fence ```; drawn mermaid']],
])('tells what %s was taken for, and why', (_, text, rows) => {
  expect(explain(text)).toEqual(rows);
});

it('tells the command, its output, comments and prompts of a transcript', () => {
  const rows = explain('```console\n# first\n$ echo \\\n  a\na\n\n$ true\n$\n```').map((row) =>
    row.replace(/step \S+/, 'step'),
  );
  expect(rows).toEqual([
    expect.stringMatching(/^1-9 transcript fence ```/),
    '  2-2 comment comment-line',
    '  3-4 command step',
    '  5-5 output printed',
    '  7-7 command step',
    '  8-8 prompt prompt-alone',
  ]);
});

it.each(['playground/index.md', 'slides/imagenes/index.md', 'tests/golden/decks/small.md'])(
  'leaves no line with words of %s out of its account',
  (path) => {
    const text = readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
    const rows = explain(text).map((row) => /^(\d+)-(\d+) /.exec(row.trim())!.slice(1).map(Number));
    const lines = text.split('\n').map((line, at) => ({ line, number: at + 1 }));
    const missing = lines.filter(
      ({ line, number }) =>
        line.trim() !== '' && !rows.some(([from, to]) => from! <= number && number <= to!),
    );
    expect(missing).toEqual([]);
  },
);
