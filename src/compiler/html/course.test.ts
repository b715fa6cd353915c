import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { escapeHtml } from '../html-text.ts';
import { renderDeck } from './deck.ts';
import { renderHandout } from './handout.ts';
import { renderCourse } from './index-page.ts';
import type { RenderOptions } from './options.ts';

const lesson = compile(
  {
    path: 'a.md',
    text: '---\ndescription: What it is.\nlang: en\n---\n# A & B\n\n## One\n\nText.\n\n## Two\n\nText.\n',
  },
  { picture: () => null, read: () => null, exists: () => true },
);
const options: RenderOptions = {
  slug: 'a',
  home: 'static',
  runtime: '../_capas/',
  recordings: {},
  svg: () => null,
  highlight: escapeHtml,
};
const neighbours = {
  previous: { slug: 'before', title: 'Before <it>' },
  next: { slug: 'after', title: 'After' },
};

describe('the lessons before and after', () => {
  it('are linked on the last slide of the deck, and on no other', () => {
    const deck = renderDeck(lesson, { ...options, ...neighbours });
    expect(deck.match(/<nav class="neighbours">/g)).toHaveLength(1);
    expect(deck.indexOf('<nav class="neighbours">')).toBeGreaterThan(deck.lastIndexOf('data-title="Two"'));
    expect(deck).toContain('<a rel="prev" href="../before/"><span>Previous</span> Before &lt;it&gt;</a>');
    expect(deck).toContain('<a rel="next" href="../after/"><span>Next</span> After</a>');
  });
  it('lead from handout to handout', () => {
    expect(renderHandout(lesson, { ...options, ...neighbours })).toContain('href="../after/handout.html"');
  });
  it('are not there for a lesson on its own', () => {
    expect(renderDeck(lesson, options)).not.toContain('neighbours');
    expect(renderHandout(lesson, options)).not.toContain('class="neighbours"');
  });
});

describe('the index of a course', () => {
  const index = renderCourse(
    {
      title: 'All <of> it',
      lang: 'en',
      description: 'Two lessons.',
      lessons: [
        { slug: 'a', lesson },
        { slug: 'b b', lesson },
      ],
    },
    { runtime: '_capas/' },
  );
  it('has a card a lesson, with its deck and its handout', () => {
    expect(index.match(/<li class="card">/g)).toHaveLength(2);
    expect(index).toContain('<h2><a href="a/">A &amp; B</a></h2>');
    expect(index).toContain('href="b%20b/handout.html"');
    expect(index).toContain('What it is.');
  });
  it('says what the course is', () => {
    expect(index).toContain('<h1>All &lt;of&gt; it</h1>');
    expect(index).toContain('Two lessons.');
    expect(index).toContain('2 lessons');
  });
});
