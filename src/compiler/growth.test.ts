import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Lesson, Surroundings } from './model.ts';

const nothing: Surroundings = {
  picture: () => null,
  read: (path) => (path.endsWith('loop.md') ? '{% include loop.md %}\n'.repeat(3) : null),
  exists: () => false,
};

/** What could cost more than its length, as pages that grow. */
const shapes: Record<string, (size: number) => string> = {
  headings: (n) => '## Heading\n\ntext\n\n'.repeat(n),
  'one line of words': (n) => 'word '.repeat(n * 10),
  'one word': (n) => 'a'.repeat(n * 50),
  'one word in a list': (n) => `- ${'a'.repeat(n * 50)}`,
  backticks: (n) => '`'.repeat(n * 10),
  'backticks of all lengths': (n) =>
    Array.from({ length: n }, (_, i) => '`'.repeat((i % 50) + 1)).join(' a '),
  'open brackets': (n) => '['.repeat(n * 10),
  'open pictures': (n) => '![a]('.repeat(n * 5),
  'open emphasis': (n) => '*a **b _c '.repeat(n * 3),
  'open attribute lists': (n) => '*a*{: .b '.repeat(n),
  'open Liquid': (n) => '{% if '.repeat(n * 5),
  'open Liquid on many lines': (n) => '{% if\n'.repeat(n * 5),
  'open Liquid outputs': (n) => '{{ "x '.repeat(n * 5),
  'captures of themselves': (n) => '{% capture a %}{{ a }}{{ a }}x{% endcapture %}\n'.repeat(n),
  'includes of themselves': (n) => '{% include loop.md %}\n'.repeat(n),
  'open divisions of HTML': (n) => '<div>\n'.repeat(n * 3),
  'open details': (n) => '<details><summary>\n'.repeat(n * 3),
  'open tags': (n) => '<a b="\n<div c="\n'.repeat(n),
  'less-than signs': (n) => '<'.repeat(n * 10),
  'open comments': (n) => '<!-- \n'.repeat(n * 3),
  'open code of HTML': (n) => '<pre>\n'.repeat(n * 3),
  'open fences': (n) => '```sh\nls\n\n'.repeat(n),
  'fences of all lengths': (n) => Array.from({ length: n }, (_, i) => '`'.repeat(3 + (i % 40))).join('\n'),
  'deep quotes': (n) => `${'>'.repeat(n)} a\n`,
  'deep list on one line': (n) => `${'- '.repeat(n)}a`,
  'loose list': (n) => '- item\n\n'.repeat(n * 3),
  'open divisions': (n) => '::: note\n'.repeat(n * 3),
  'deep divisions': (n) => '::: note\n'.repeat(n) + ':::\n'.repeat(n),
  'tables within tables': (n) => '<table><tr><td>'.repeat(n * 10),
  'divisions of HTML on one line': (n) => '<div>'.repeat(n * 10),
  'lists of HTML within lists': (n) => '<ul><li>'.repeat(n * 10),
  'elements of a line': (n) => `a ${'<b>'.repeat(n * 10)}`,
  'long table': (n) => `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(n * 3)}`,
  'wide table': (n) => `${'|a'.repeat(n)}\n${'|-'.repeat(n)}`,
  colons: (n) => ': def\n'.repeat(n),
  footnotes: (n) => Array.from({ length: n }, (_, i) => `[^${i}]: note\n\nsee[^${i}]\n`).join('\n'),
  'attribute lists': (n) => '{: .a}\n'.repeat(n * 3),
  formulas: (n) => '$$\nx\n'.repeat(n * 2),
  'open remark divisions': (n) => `???\n${'.a[\n'.repeat(n)}`,
  'long transcript': (n) => `\`\`\`console\n${'$ docker ps\nout\n'.repeat(n)}\`\`\`\n`,
  'blank lines of output': (n) => `\`\`\`console\n$ a\n${'\n'.repeat(n * 10)}x\n\`\`\`\n`,
  'bare commands': (n) => `\`\`\`sh\n${'ls a\n'.repeat(n * 5)}\`\`\`\n`,
  'compound commands that never end': (n) => `\`\`\`bash\n${'for i in a; do\n'.repeat(n)}\`\`\`\n`,
  'brackets in a command': (n) => `\`\`\`console\n$ ${'['.repeat(n * 15)}\n\`\`\`\n`,
  'redirections in a command': (n) => `\`\`\`console\n$ ${'<'.repeat(n * 15)}\n\`\`\`\n`,
  'full stops': (n) => '.'.repeat(n * 10),
  'short sentences': (n) => 'A. '.repeat(n * 4),
  'underlined text': (n) => `${'a\n'.repeat(n * 3)}---\n`,
  addresses: (n) => 'https://a.b/c?d=(e) a@b.c '.repeat(n),
  'front matter': (n) => `---\n${'a: b\n'.repeat(n)}---\n# T`,
  blanks: (n) => `a${' '.repeat(n * 20)}b\n`.repeat(2),
};

/** A page eight times as long may take three times eight times as long: collection of garbage is not even. */
const GROWTH = 8;
const MOST = GROWTH * 3;
/** Milliseconds within which growth is not worth a word. */
const INSTANT = 150;

describe('the time that compiling takes grows with the page', () => {
  for (const [name, make] of Object.entries(shapes)) {
    it(name, { timeout: 60_000 }, () => {
      const small = make(400);
      const large = make(400 * GROWTH);
      milliseconds(small);
      // A busy machine may be slow once, not each time.
      const ratios = [1, 2, 3].map(() => {
        const short = milliseconds(small);
        const long = milliseconds(large);
        return long < INSTANT ? 0 : long / short;
      });
      expect(Math.min(...ratios)).toBeLessThan(MOST);
    });
  }
});

describe('pages beyond what people write', () => {
  it('5 MB cost no more, byte by byte, than an eighth of them', { timeout: 120_000 }, () => {
    const part = `## Part\n\n${'Words of *prose* that explain what `docker ps` shows. And a second sentence.\n\n'.repeat(6)}- one\n- two\n\n\`\`\`console\n$ docker ps -a\nCONTAINER ID   IMAGE\n\`\`\`\n\n`;
    const count = Math.ceil(5_000_000 / part.length);
    const short = milliseconds(part.repeat(Math.ceil(count / GROWTH)));
    expect(milliseconds(part.repeat(count)) / short).toBeLessThan(MOST);
  });

  it('a line of 1 MB keeps its words', () => {
    const lesson = lessonOf('word '.repeat(200_000));
    expect(lesson.slides.map((slide) => slide.text + slide.notes).join(' ').length).toBeGreaterThan(999_000);
  });

  it('10,000 headings make as many slides', () => {
    expect(lessonOf('## Heading\n\n'.repeat(10_000)).slides).toHaveLength(10_001);
  });

  it('a list nested 100 deep keeps its innermost words', () => {
    const lesson = lessonOf(
      Array.from({ length: 100 }, (_, at) => `${'  '.repeat(at)}- level ${at}`).join('\n'),
    );
    expect(lesson.slides.map((slide) => `${slide.text}\n${slide.notes}`).join('\n')).toContain('level 99');
  });

  it.each(['>', '- ', '::: note\n', '!!! tip\n    ', '<div class="a">\n'])(
    'what is nested 5,000 deep (%j) is shown as text at some depth',
    (opening) => {
      const lesson = lessonOf(`${opening.repeat(5000)}word\n`);
      expect(lesson.slides.map((slide) => `${slide.text}\n${slide.notes}`).join('\n')).toContain('word');
    },
  );

  it.each([
    ['groups', '> ', '::: x', 22],
    ['columns', '> ', '::: columns', 30],
    ['columns of lists', '  ', '- {:.columns}', 15],
  ])('%s within one another, too high for a slide, are measured once', (_, mark, opening, deep) => {
    const open = (at: number) => mark.repeat(at) + opening;
    const inside = Array.from(
      { length: 40 },
      (_, at) => `${mark.repeat(deep)}\n${mark.repeat(deep)}some words of paragraph ${at}`,
    );
    const text = [...Array.from({ length: deep }, (_, at) => open(at)), ...inside].join('\n');
    expect(milliseconds(text)).toBeLessThan(3000);
  });

  it('an empty page, and only front matter, are a title slide', () => {
    expect(lessonOf('').slides).toHaveLength(1);
    expect(lessonOf('---\ntitle: T\n---\n')).toMatchObject({ title: 'T', slides: [{ kind: 'title' }] });
  });
});

function lessonOf(text: string): Lesson {
  return compile({ path: 'page.md', text }, nothing);
}

function milliseconds(text: string): number {
  const start = performance.now();
  lessonOf(text);
  return performance.now() - start;
}
