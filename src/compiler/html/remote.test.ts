import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { escapeHtml } from '../html-text.ts';
import { renderDeck } from './deck.ts';
import { renderHandout } from './handout.ts';
import type { RenderOptions } from './options.ts';

const options: RenderOptions = {
  slug: 'a',
  home: 'static',
  runtime: '../_capas/',
  recordings: {},
  svg: () => null,
  highlight: escapeHtml,
};

function render(text: string): string[] {
  const lesson = compile(
    { path: 'a.md', text: `---\nlang: en\n---\n# T\n\n## One\n\n${text}\n` },
    { picture: () => ({ width: 4, height: 3 }), read: () => null, exists: () => true },
  );
  return [renderDeck(lesson, options), renderHandout(lesson, options)];
}

describe('a picture on another machine', () => {
  it.each([
    ['a figure', '![Alt words](https://x.example/a.png?b=1&c=2)'],
    ['in a sentence', 'See ![Alt words](https://x.example/a.png?b=1&c=2) here.'],
    ['in HTML', '<div class="x"><img src="https://x.example/a.png?b=1&amp;c=2" alt="Alt words"> and</div>'],
  ])('is never loaded, but named and linked to: %s', (_, text) => {
    for (const html of render(text)) {
      expect(html).not.toMatch(/<img[^>]*x\.example/);
      expect(html).toMatch(/<a[^>]* href="https:\/\/x\.example\/a\.png\?b=1&amp;c=2"/);
      expect(html).toContain('Picture on another site');
      expect(html).toContain('Alt words');
    }
  });

  it('without words of its own goes by its file’s name', () => {
    for (const html of render('See ![](https://x.example/b/logo.svg?x=1) here.'))
      expect(html).toMatch(/<a href="https:\/\/x\.example\/b\/logo\.svg\?x=1"[^>]*>logo\.svg<\/a>/);
  });

  it('that is itself a link stays one link', () => {
    for (const html of render('Status: [![Build](https://x.example/b.svg)](https://y.example/) today.')) {
      expect(html).toMatch(
        /<a href="https:\/\/y.example\/"[^>]*><span[^>]*x\.example[^>]*>Build<\/span><\/a>/,
      );
    }
  });

  it('as a linked figure leads to both', () => {
    for (const html of render('[![Build](https://x.example/b.svg)](https://y.example/)')) {
      expect(html).toContain('href="https://x.example/b.svg"');
      expect(html).toContain('<a href="https://y.example/">Build</a>');
      expect(html).not.toContain('<img');
    }
  });

  it('is no background of a slide', () => {
    const [deck] = render('## Two\n{: background="https://x.example/a.png"}\n\n- x');
    expect(deck).not.toContain('x.example');
    expect(deck).not.toContain('slide--background');
  });
});

describe('a picture of the course', () => {
  it('is a picture still', () => {
    for (const html of render('![a](img/a.png)\n\nText ![b](img/b.png?x=1) more.')) {
      expect(html).toContain('src="img/a.png"');
      expect(html).toContain('src="img/b.png?x=1"');
    }
  });
});
