import { describe, expect, it } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { findPageFiles } from './page-files.ts';

const there = { picture: () => ({ width: 4, height: 3 }), read: () => null, exists: () => true };

function find(
  text: string,
  surroundings = there,
  recordings: Record<string, { href: string }> = {},
): string[] {
  const lesson = compile({ path: 'redes.md', text: `# L\n\n## a\n\n${text}\n` }, surroundings);
  const files = findPageFiles({
    slug: 'redes',
    place: { folder: 'unit', files: '../_files/' },
    lessons: { 'other.md': 'other' },
    lesson,
    recordings: recordings as never,
  });
  return [...files].sort();
}

describe('finds', () => {
  it.each([
    ['a picture that is a block', '![a](own.png)', ['redes/own.png']],
    ['one within a text', 'See ![a](<mi foto.png>) here.', ['redes/mi foto.png']],
    [
      'one in a block of HTML',
      '<dl><dt><img src="sub/caf%C3%A9.svg#part"></dt></dl>',
      ['redes/sub/café.svg'],
    ],
    ['one in a table', '| a |\n|---|\n| ![x](t.png) |', ['redes/t.png']],
    ['one in a heading', '### b ![x](h.png)', ['redes/h.png']],
    ['one in a definition', 'term ![x](d.png)\n: said', ['redes/d.png']],
    [
      'one in a list, a quote and a footnote',
      '- > ![x](l.png) [^n]\n\n[^n]: ![x](f.png)',
      ['redes/f.png', 'redes/l.png'],
    ],
    ['what is behind a slide', '## b\n{: background="../img/b c.png"}\n\n- x', ['_files/img/b c.png']],
    ['a file that is linked to', "[x](big's.pdf?v=1#page=2)", ["redes/big's.pdf"]],
    ['what a picture leads to', '[![a](small.png)](large.png)', ['redes/large.png', 'redes/small.png']],
    ['a file from the course’s folder', '[x](/assets/a.pdf)', ['_files/assets/a.pdf']],
    ['links in notes, hidden or not', '<!-- notes: [x](n.pdf) -->', ['redes/n.pdf']],
  ])('%s', (_, text, files) => {
    expect(find(text)).toEqual(files);
  });

  it('the recordings of its steps', () => {
    expect(find('words', there, { x: { href: 'recordings/x.cast' } })).toEqual(['redes/recordings/x.cast']);
  });
});

describe('finds nothing', () => {
  it.each([
    [
      'of other machines',
      '[x](https://x.example/a.png) [x](mailto:a@x.example) ![x](https://x.example/b.png)',
    ],
    ['of a machine named without a scheme', '<img src="/\\x.example/a.png" alt="x"> y'],
    ['of other lessons', '[x](other.md) [x](other.md#part)'],
    ['outside of the course', '![x](../../a.png) [x](../../../etc/a.pdf) [x](/../a.pdf)'],
    ['on the page itself', '[x](#part)'],
    ['in words and code that look like it', '`![x](a.png)` and `<img src="b.png">`\n\n```\n![x](c.png)\n```'],
    ['in an alternative text', 'A ![<img src="no.png">](https://x.example/a.png) b'],
    ['that may not be shown', '[x](javascript:a.png) <img src="data:image/png,x"> y'],
    ['behind a slide from elsewhere', '## b\n{: background="https://x.example/a.png"}\n\n- x'],
    ['that only the speaker hears of', '<!-- notes: \n![x](n.png)\n-->'],
  ])('%s', (_, text) => {
    expect(find(text)).toEqual([]);
  });

  it('of a picture that was not there: a placeholder stands for it', () => {
    expect(find('![a](own.png)', { ...there, picture: () => null } as never)).toEqual([]);
  });
});
