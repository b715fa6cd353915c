import { describe, expect, it } from 'vitest';
import { renderDeck } from '../html/deck.ts';
import type { RenderOptions } from '../html/options.ts';
import { escapeHtml } from '../html-text.ts';
import { compilePage, slidesOfPage } from './slides.fixture.ts';

const options: RenderOptions = {
  slug: 'page',
  home: 'static',
  runtime: '../_capas/',
  recordings: {},
  svg: () => null,
  highlight: (code) => escapeHtml(code),
};

function deckOf(page: string): string {
  return renderDeck(compilePage(`# T\n\n${page}`), options);
}

/** The one slide whose heading is `A`. */
function slideOf(page: string) {
  const slides = slidesOfPage(`# T\n\n${page}`).filter((slide) => slide.title === 'A');
  expect(slides.length).toBe(1);
  return slides[0]!;
}

const long = 'These are words of a paragraph that nobody would put on a slide, '.repeat(6);

describe('steering a page', () => {
  it('.slide keeps a block on the slide', () => {
    expect(slideOf(`## A\n\n${long}\n{: .slide}\n\n- x\n`).text).toContain(long.trim());
  });

  it('.notes moves a block to the notes', () => {
    const slide = slideOf('## A\n\n- x\n\nfor me\n{: .notes}\n');
    expect(slide.text).not.toContain('for me');
    expect(slide.notes).toContain('for me');
  });

  it('.fragment makes a block a fragment', () => {
    expect(deckOf('## A\n\n- x\n\nlater\n{: .fragment}\n')).toMatch(/<p class="fragment">later<\/p>/);
  });

  it('.fragment on a list makes each item one', () => {
    const deck = deckOf('## A\n\n- one\n- two\n{: .fragment}\n');
    expect(deck).toMatch(/<ul><li class="fragment">one<\/li><li class="fragment">two<\/li><\/ul>/);
  });

  it('.no-run makes commands plain', () => {
    expect(slideOf('## A\n\n```sh\n$ ls\n```\n').steps.length).toBe(1);
    expect(slideOf('## A\n\n```sh\n$ ls\n```\n{: .no-run}\n').steps).toEqual([]);
  });

  it('.columns sets a list in two columns', () => {
    expect(deckOf('## A\n\n- one\n- two\n{: .columns}\n')).toContain('<ul class="columns">');
  });

  it('layout="columns" sets a slide in two columns, row by row', () => {
    const slide = slideOf('## A\n{: layout="columns"}\n\n- one\n\n```yaml\na: 1\n```\n');
    expect(slide.layout).toBe('columns');
    expect(slide.shown).toMatchObject([{ kind: 'group', blocks: [{ kind: 'list' }, { kind: 'code' }] }]);
  });

  it('layout="figure" shows a picture from edge to edge and leaves the rest to the notes', () => {
    const slide = slideOf('## A\n{: layout="figure"}\n\n![alt](a.png)\n\nabout it\n');
    expect(slide.layout).toBe('figure');
    expect(slide.shown.map((block) => block.kind)).toEqual(['figure']);
    expect(slide.notes).toContain('about it');
  });

  it('layout="section" and layout="title" give a slide their face', () => {
    expect(slideOf('## A\n{: layout="section"}\n\n- x\n').kind).toBe('section');
    expect(slideOf('## A\n{: layout="title"}\n\nx\n').kind).toBe('title');
  });

  it('a quotation alone is set large, and a sentence or two', () => {
    expect(slideOf('## A\n\n> Simplicity is a prerequisite for reliability.\n').layout).toBe('quote');
    expect(slideOf('## A\n\nAn image is a template that nobody writes to.\n').layout).toBe('statement');
    expect(slideOf('## A\n{: layout="plain"}\n\nAn image is a template.\n').layout).toBe('plain');
  });

  it('a section whose heading has only a sentence before its slides opens with it', () => {
    expect(slideOf('## A\n\nWhat comes now.\n\n### B\n\n- x\n').kind).toBe('section');
  });

  it('background="…" puts a picture behind the slide', () => {
    const deck = deckOf('## A\n{: background="sea.jpg"}\n\n- x\n');
    expect(deck).toMatch(/slide--background"[^>]*data-background-image="sea.jpg"/);
  });

  it('lines="…" highlights lines of code step by step, also where the code is parted', () => {
    const deck = deckOf('## A\n\n```yaml\na: 1\nb: 2\nc: 3\n```\n{: lines="1|2-3"}\n');
    expect(deck).toContain('<span class="code__line in-1">a: 1</span>');
    expect(deck).toContain('<span class="code__line in-2">c: 3</span>');
    expect(deck.match(/class="code__step code__step--2 fragment"/g)?.length).toBe(1);
  });

  it('an attribute that says nothing known changes nothing', () => {
    expect(deckOf('## A\n{: layout="sideways" lines="x"}\n\n- x\n')).toContain('class="slide slide--content');
  });
});
