import { describe, expect, it } from 'vitest';
import { sketch, warnings } from '../sketch.fixture.ts';

const deep = (depth: number) => (path: string) => {
  const at = Number(/\d+/.exec(path)?.[0] ?? depth);
  return at < depth ? `{% include ${at + 1}.md %}` : 'bottom';
};

describe('what an include brings', () => {
  it.each([
    ['{% include a.md %}', '/_includes/a.md'],
    ['{% include "a.md" %}', '/_includes/a.md'],
    ['{% include a.md x="y" %}', '/_includes/a.md'],
    ['{%- include a.md -%}', '/_includes/a.md'],
    ['{% include_cached a.md %}', '/_includes/a.md'],
    ['{% include a.md %}', '_includes/a.md'],
    ['{% include a.md %}', 'a.md'],
    ['{% include_relative a.md %}', 'a.md'],
    ['{% include\na.md %}', 'a.md'],
  ])('%j reads %s', (page, there) => {
    expect(sketch(page, { read: (path) => (path === there ? 'words' : null) })).toEqual(['p words']);
  });

  it('does not look elsewhere for a file beside the page', () => {
    const read = (path: string) => (path === 'a.md' ? null : 'words');
    expect(sketch('{% include_relative a.md %}', { read })).toEqual([]);
  });

  it('stands at the line of its tag', () => {
    const read = () => '![](x.png)\n\n![](y.png)';
    expect(warnings('a\n\n{% include a.md %}', { read }).map((one) => one.split(' ')[0])).toEqual(['3', '3']);
  });

  it.each([
    ['{% include figure src="a.png" %}', 'figure a.png'],
    ['{% include figure image_path="a.png" alt="A" caption="C" %}', 'figure a.png “A” (C)'],
    ['{% include x url="a.jpg" title="T" %}', 'figure a.jpg “T”'],
    ['{% include x file="a.md" text="words" %}', 'p words'],
    ['{% include x content="words" %}', 'p words'],
    ['{% include x title="words" %}', 'p words'],
  ])('is made of its own words where there is no file: %s', (page, drawn) => {
    const surroundings = { picture: () => ({ width: 1, height: 1 }) };
    expect(sketch(page, surroundings)).toEqual([drawn]);
    expect(warnings(page, surroundings)).toEqual([]);
  });

  it.each([
    ['{% include a.md %}', ['1 missing-include: The include a.md is not there.']],
    ['{% include %}', []],
    ['{% include x="y" %}', []],
  ])('is missed: %s', (page, said) => {
    expect(sketch(page)).toEqual([]);
    expect(warnings(page)).toEqual(said);
  });

  it('ends: at itself, at twenty one within each other, and where a page is too long for anybody', () => {
    const itself = (path: string) => (path === '/_includes/a.md' ? 'a {% include a.md %}' : null);
    expect(sketch('{% include a.md %}', { read: itself })).toEqual(['p a']);
    expect(warnings('{% include a.md %}', { read: itself })).toEqual([
      '1 cyclic-include: a.md includes itself.',
    ]);
    expect(sketch('{% include 0.md %}', { read: deep(20) })).toEqual(['p bottom']);
    expect(sketch('{% include 0.md %}', { read: deep(21) })).toEqual([]);
    expect(warnings('{% include 0.md %}', { read: deep(21) })).toEqual([
      '1 large-include: 21.md would make the page too long.',
    ]);
    const long = (length: number) => ({ read: () => 'x'.repeat(length) });
    expect(sketch('{% include a.md %}', long(1_999_999))).toHaveLength(1);
    expect(warnings('{% include a.md %}', long(2_000_000))).toEqual([
      '1 large-include: a.md would make the page too long.',
    ]);
    expect(warnings('{% include a.md %}\n\n{% include b.md %}', long(1_100_000))).toEqual([
      '3 large-include: b.md would make the page too long.',
    ]);
  });
});

describe('Liquid', () => {
  it.each([
    ['{% assign a = "x" %}{{ a }}', ['p x']],
    ["{% assign a = 'x' %}{{ a }} {{ b }}", ['p x {{ b }}']],
    ['---\nname: N\n---\n{{ page.name }} {{ page.other }}', ['p N {{ page.other }}']],
    ['{{ x | default: "y" }}', ['p y']],
    ['{{ "a" }} {{ \'b\' | upcase }}', ['p a b']],
    ['[a]({{ site.baseurl }}/b) [c]({{ site.url }}/d)', ['p a c']],
    ['{% capture a %}\nx\n{% endcapture %}\nb\n\n{{ a }}', ['p b', 'p x']],
    ['{% capture a %}\nx\n{% endcapture %}\nb', ['p x', 'p b']],
    ['{% comment %}a{% endcomment %}b', ['p b']],
    ['a {% comment %}\nx\n{% endcomment %} b', ['p a\nb']],
    ['{% if x %}\na\n{% endif %}', ['p a']],
    ['{% raw %}{{ a }}{% endraw %}', ['p {{ a }}']],
    ['{% raw %}\n{% if %}\n{% endraw %}', ['p {% if %}']],
    ['{% highlight sh %}\na {{ b }}\n{% endhighlight %}', ['fence sh "a {{ b }}"']],
    ['{% highlight sh linenos %}\na\n{% endhighlight %}\nb', ['fence sh "a"', 'p b']],
    ['{% highlight sh %}\na', ['p a']],
    ['```\n{{ a }} {% if %}\n```', ['fence "{{ a }} {% if %}"']],
    ['```\n{% raw %}\n{{ a }}\n{% endraw %}\n```', ['fence "{{ a }}"']],
    ['```\n{{ site.remote.prompt }} ls\n```', ['fence "$ ls"']],
    ['a {% if', ['p a {% if']],
    ['a {{ b', ['p a {{ b']],
    ['a {% x y="%" %} b', ['p a  b']],
  ])('%j', (page, drawn) => {
    expect(sketch(page)).toEqual(drawn);
  });

  it.each([
    ['{% comment %}\na', '1 open-liquid: This comment is never closed.'],
    ['{% capture a %}\nb {{ a }}', '1 open-liquid: This tag is never closed.'],
    [
      '{% capture a %}\n{% capture b %}\n{% endcapture %}\n{{ a }} {{ b }}',
      '2 open-liquid: A capture begins within another one.',
    ],
  ])('says what is wrong: %j', (page, said) => {
    expect(warnings(page)).toEqual([said]);
  });
});
