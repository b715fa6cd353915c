import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { escapeHtml } from '../html-text.ts';
import { renderDeck } from './deck.ts';
import { renderHandout } from './handout.ts';
import type { RenderOptions } from './options.ts';

const options: RenderOptions = {
  slug: 'images',
  home: 'static',
  runtime: '../_capas/',
  place: { folder: 'unit2', files: '../_files/' },
  lessons: { 'volumes.md': 'volumes', '../unit1/index.md': 'start' },
  recordings: {},
  svg: () => null,
  highlight: (code) => escapeHtml(code),
};

describe('links between pages', () => {
  it.each([
    ['volumes.md', '../volumes/'],
    ['volumes', '../volumes/'],
    ['./volumes.html#part', '../volumes/#part'],
    ['../unit1/', '../start/'],
    ['/unit2/volumes/', '../volumes/'],
    ['/unit1/index.html', '../start/'],
    ['https://example.org/volumes.md', 'https://example.org/volumes.md'],
    ['gone.md', 'gone.md'],
  ])('%s leads to %s', (href, target) => {
    expect(deck(`## A\n\n- [b](${href})`)).toContain(`href="${target}"`);
  });

  it('anchors lead to their slide in the deck, to their heading in the handout', () => {
    const text = '## A\n\n- [b](#the-other)\n\n## The other\n\n- c';
    expect(deck(text)).toMatch(/<a href="#\/s-\w+">b/);
    expect(renderHandout(lessonOf(text), options)).toContain('<a href="#the-other">b');
  });
});

function lessonOf(text: string) {
  return compile({ path: 'images.md', text }, { picture: () => null, read: () => null, exists: () => true });
}

function deck(text: string): string {
  return renderDeck(lessonOf(text), options);
}
