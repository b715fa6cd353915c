import { describe, expect, it } from 'vitest';
import { compilePage } from './slides/slides.fixture.ts';
import { squeezeTables } from './squeeze.ts';

const text = (...lines: string[]) => lines.join('\n');

describe('squeezeTables', () => {
  it.each([
    [
      'leaves two blanks between columns',
      ['ID     IMAGE     STATUS', 'a1     web       Up'],
      ['ID  IMAGE  STATUS', 'a1  web    Up'],
    ],
    ['keeps what any row needs', ['ID      IMAGE', 'a1 long web'], ['ID      IMAGE', 'a1 long web']],
    ['ends a table at an empty line', ['ID     IMAGE', '', 'a      b'], ['ID  IMAGE', '', 'a      b']],
    ['begins at a line of names only', ['text', 'ID     IMAGE', 'a      b'], ['text', 'ID  IMAGE', 'a   b']],
    ['keeps the indent', ['    ID     IMAGE', '    a      b'], ['    ID  IMAGE', '    a   b']],
    ['takes one name for no table', ['IMAGE', 'a      b'], ['IMAGE', 'a      b']],
    ['takes small letters for text', ['Id     Image', 'a      b'], ['Id     Image', 'a      b']],
    ['leaves tabs to the terminal', ['ID     IMAGE\tX', 'a      b'], ['ID     IMAGE\tX', 'a      b']],
  ])('%s', (_, written, shown) => {
    expect(squeezeTables(text(...written))).toBe(text(...shown));
  });
});

describe('a page', () => {
  const table = text('ID     IMAGE', 'a      b');
  const entryOf = (page: string) => {
    const [block] = compilePage(page).document;
    return block?.kind === 'transcript' ? block.entries[0] : block;
  };

  it('carries what is shown of an output beside what is written', () => {
    const page = text('```console', '$ docker ps', table, '```');
    expect(entryOf(page)).toMatchObject({ output: table, squeezed: text('ID  IMAGE', 'a   b') });
    const plain = text('```console', '$ date', 'today', '```');
    expect(entryOf(plain)).not.toHaveProperty('squeezed');
  });

  it('takes code without a language for an output, and no other', () => {
    expect(entryOf(text('```', table, '```'))).toMatchObject({
      text: table,
      squeezed: text('ID  IMAGE', 'a   b'),
    });
    expect(entryOf(text('```sql', table, '```'))).not.toHaveProperty('squeezed');
  });
});
