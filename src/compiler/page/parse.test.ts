import { describe, expect, it } from 'vitest';
import type { Block, Surroundings } from '../model.ts';
import { parsePage } from './parse.ts';

const nothing: Surroundings = { picture: () => null, read: () => null, exists: () => false };

describe('parsePage', () => {
  it('turns a page into blocks that know their lines', () => {
    const { blocks } = parse('---\ntitle: T\n---\n# One\n\ntext\n\n- a\n\n  ```sh\n  ls\n  ```\n');
    expect(blocks.map((block) => [block.kind, block.line])).toEqual([
      ['heading', 4],
      ['paragraph', 6],
      ['list', 8],
    ]);
    const list = blocks[2]!;
    expect(list.kind === 'list' && list.items[0]!.blocks[1]).toMatchObject({
      kind: 'code',
      line: 10,
      textLine: 11,
    });
  });

  it('takes the title from the heading that opens the page, else from the front matter', () => {
    expect(parse('---\ntitle: Short\n---\n# Long title').title).toBe('Long title');
    expect(parse('---\ntitle: Short\n---\n## Part\n# Later').title).toBe('Short');
    expect(parse('## Part').title).toBe('Part');
    expect(parse('text').title).toBeUndefined();
  });

  it('warns about a picture that is not there, and keeps its place', () => {
    const { blocks, diagnostics } = parse('text\n\n![alt](img/a.png)\n');
    expect(blocks[1]).toMatchObject({
      kind: 'figure',
      line: 3,
      missing: true,
      alt: 'alt',
      source: 'img/a.png',
    });
    expect(diagnostics).toMatchObject([{ line: 3, code: 'missing-image', about: 'img/a.png' }]);
  });
});

function parse(text: string): {
  blocks: Block[];
  title?: string;
  diagnostics: { line: number; code: string }[];
} {
  return parsePage({ path: 'page.md', text }, nothing);
}
