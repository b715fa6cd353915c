import { describe, expect, it } from 'vitest';
import { parsePage } from '../page/parse.ts';
import { makeOutline } from './outline.ts';
import { nothingAround } from './slides.fixture.ts';

const topicsOf = (text: string, title = 'T') =>
  makeOutline(parsePage({ path: 'page.md', text }, nothingAround).blocks, title).map(
    ({ kind, heading, section, column, blocks, continues }) =>
      `${kind} ${heading?.inline.text ?? '–'} (${section}, ${column}) ${blocks.length}${continues ? ' on' : ''}`,
  );

describe('makeOutline', () => {
  it.each<[string, string, string[]]>([
    ['the title from the page', '# Page\n\ntext', ['title Page (, 0) 1']],
    ['the title from elsewhere', 'text', ['title T (, 0) 1']],
    [
      'sections, a column each',
      '# P\n\n## A\n\na\n\n## B',
      ['title P (, 0) 0', 'section A (A, 1) 1', 'section B (B, 2) 0'],
    ],
    [
      'slides in a section',
      '# P\n## A\n### B\nb',
      ['title P (, 0) 0', 'section A (A, 1) 0', 'slide B (A, 1) 1'],
    ],
    ['deeper headings as matter', '# P\n## A\n#### B', ['title P (, 0) 0', 'section A (A, 1) 1']],
    [
      'a rule that opens a slide',
      '# P\n## A\na\n\n---\n\nb',
      ['title P (, 0) 0', 'section A (A, 1) 1', 'slide A (A, 1) 1 on'],
    ],
    [
      'no slide for a rule before a heading',
      '# P\n## A\na\n\n---\n\n## B\nb',
      ['title P (, 0) 0', 'section A (A, 1) 1', 'section B (B, 2) 1'],
    ],
    ['no slide for a rule under a heading', '# P\n## A\n***\na', ['title P (, 0) 0', 'section A (A, 1) 1']],
    [
      'contents without a heading',
      '# P\n\n1. TOC\n{:toc}\n\n## A',
      ['title P (, 0) 0', 'agenda – (, 1) 0', 'section A (A, 2) 0'],
    ],
    [
      'contents under a heading',
      '# P\n\n## Contents\n\n1. TOC\n{:toc}\n\n## A',
      ['title P (, 0) 0', 'agenda Contents (, 1) 0', 'section A (A, 2) 0'],
    ],
    [
      'headings in divisions that mean nothing',
      '# P\n\n::: mine\n## A\n\na\n:::\n',
      ['title P (, 0) 0', 'section A (A, 1) 1'],
    ],
    ['a second title as a section', '# P\n\na\n\n# Q', ['title P (, 0) 1', 'section Q (Q, 1) 0']],
  ])('reads %s', (_, page, topics) => {
    expect(topicsOf(page)).toEqual(topics);
  });

  it('leaves links to other pages after the last rule to the speaker', () => {
    const text = '# P\n## A\na\n\n---\n\n[back](a.md) [on](b.md)\n';
    expect(topicsOf(text)).toEqual(['title P (, 0) 0', 'section A (A, 1) 2']);
    const [, topic] = makeOutline(parsePage({ path: 'page.md', text }, nothingAround).blocks, 'T');
    expect(topic!.blocks[1]!.attributes.classes).toEqual(['notes']);
  });
});
