import { describe, expect, it } from 'vitest';
import type { Surroundings } from '../model.ts';
import { textOf } from '../text.ts';
import { parsePage } from './parse.ts';

const files: Record<string, string> = {
  '/_includes/note.md': 'included *words*\n',
  'part.md': '## Part\n\n{% include_relative part.md %}\n',
  '/_includes/two.md': '{% include two.md %}{% include two.md %}\n',
};
const surroundings: Surroundings = {
  picture: () => ({ width: 10, height: 10 }),
  read: (path) => files[path] ?? null,
  exists: () => true,
};

describe('Liquid', () => {
  it('a prompt that the site names is a prompt', () => {
    expect(read('```\n{{ site.remote.prompt }} ls {{.ID}}\n```')).toBe('$ ls {{.ID}}');
  });

  it('raw parts keep what looks like tags, in text, code and list items', () => {
    expect(read("{% raw %}\n```\n$ docker inspect -f '{{range .A}}{{.B}}{{end}}' x\n```\n{% endraw %}")).toBe(
      "$ docker inspect -f '{{range .A}}{{.B}}{{end}}' x",
    );
    expect(read('* one\n\n  {% raw %}\n  ```\n  ls {{x}}\n  ```\n  {% endraw %}\n* two')).toBe(
      'one\nls {{x}}\ntwo',
    );
    expect(read('a {% raw %}{% if %}{% endraw %} b')).toBe('a {% if %} b');
  });

  it('a quoted output is its text, also in code', () => {
    expect(read('```\nls {{ "{{ json .Mounts " }}}}\n```')).toBe('ls {{ json .Mounts }}');
  });

  it('templates of other tools stay as they are', () => {
    expect(read('Use `{{.Names}}`, or {{ unknown.thing }}.')).toBe('Use {{.Names}}, or {{ unknown.thing }}.');
  });

  it('captured text stands where it is shown, with its own lines', () => {
    const text =
      '{% capture tip %}\ncaptured\n{% endcapture %}\n\nfirst\n\n<div class="notice--info">{{ tip | markdownify }}</div>\n';
    expect(read(text)).toBe('first\ncaptured');
    expect(blocks(text).at(-1)).toMatchObject({ blocks: [{ line: 2 }] });
  });

  it('captured text that is never shown stays where it is', () => {
    expect(read('{% capture tip %}\ncaptured\n{% endcapture %}\n\nlast')).toBe('captured\nlast');
  });

  it('includes neighbours, from their own folder or beside the page', () => {
    expect(read('{% include note.md %}')).toBe('included words');
    expect(warnings('{% include gone.md %}')).toEqual(['missing-include']);
  });

  it('an include of itself ends, and says so', () => {
    expect(read('{% include_relative part.md %}')).toBe('Part');
    expect(warnings('{% include_relative part.md %}')).toEqual(['cyclic-include']);
    expect(warnings('{% include two.md %}')).toEqual(['cyclic-include', 'cyclic-include']);
  });

  it("themes' pictures are pictures", () => {
    expect(
      blocks('{% include figure image_path="/img/a.png" alt="layers" caption="A stack" %}'),
    ).toMatchObject([{ kind: 'figure', source: '/img/a.png', alt: 'layers', caption: { text: 'A stack' } }]);
  });

  it('addresses of the site, links and highlighted code', () => {
    const [paragraph] = blocks(
      '[a]({{ site.baseurl }}/x/) [b]({% link _docs/b.md %}) [c]({{ "/c/" | relative_url }})',
    );
    expect(paragraph).toMatchObject({
      inline: { nodes: [{ href: '/x/' }, {}, { href: '/_docs/b.md' }, {}, { href: '/c/' }] },
    });
    expect(blocks('{% highlight sh %}\nls\n{% endhighlight %}')).toMatchObject([
      { kind: 'code', language: 'sh', text: 'ls' },
    ]);
  });

  it('unknown tags are taken off what they wrap; comments are not shown', () => {
    expect(read('{% tabs %}\na {% icon x %} b\n{% endtabs %}\n{% comment %}\nc\n{% endcomment %}')).toMatch(
      /^a\s+b$/,
    );
  });

  it('what is never closed is shown, with a warning', () => {
    expect(read('{% comment %}\nwords')).toBe('words');
    expect(warnings('{% comment %}\nwords')).toEqual(['open-liquid']);
    expect(warnings('{% capture x %}\nwords {{ x }}')).toEqual(['open-liquid']);
    expect(read('a {% if x')).toBe('a {% if x');
  });
});

function blocks(text: string) {
  return parsePage({ path: 'page.md', text }, surroundings).blocks;
}

function read(text: string): string {
  return textOf(blocks(text));
}

function warnings(text: string): string[] {
  return parsePage({ path: 'page.md', text }, surroundings).diagnostics.map((one) => one.code);
}
