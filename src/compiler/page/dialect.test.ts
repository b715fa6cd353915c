import { describe, expect, it } from 'vitest';
import type { Block, Surroundings } from '../model.ts';
import { textOf } from '../text.ts';
import { parsePage } from './parse.ts';

const nothing: Surroundings = { picture: () => null, read: () => null, exists: () => false };

describe('kramdown', () => {
  it('attribute lists leave no text, and go to the block above or below', () => {
    const blocks = parse(
      '# T\n{: .no_toc}\n\nwords\n{: .fs-6 #here}\n\n{: .slide}\nmore *strong*{: .red} words',
    );
    expect(textOf(blocks)).toBe('T\nwords\nmore strong words');
    expect(blocks.map((block) => block.attributes.classes)).toEqual([['no_toc'], ['fs-6'], ['slide']]);
    expect(blocks[1]!.attributes.id).toBe('here');
    expect(blocks[2]).toMatchObject({
      inline: { nodes: expect.arrayContaining([expect.objectContaining({ attributes: { class: 'red' } })]) },
    });
  });

  it('attribute lists of list items stand at their beginning', () => {
    expect(parse('- {: .fragment} one\n- two')[0]).toMatchObject({
      items: [{ attributes: { classes: ['fragment'] } }, { attributes: { classes: [] } }],
    });
  });

  it('a named attribute list is defined once and used anywhere', () => {
    expect(parse('words\n{: big}\n\n{:big: .large}')).toMatchObject([{ attributes: { classes: ['large'] } }]);
  });

  it.each(['1. TOC\n{:toc}', '* list\n{:toc .x}', '[TOC]', '[[_TOC_]]'])(
    '%j is a table of contents',
    (text) => {
      expect(parse(text)).toMatchObject([{ kind: 'toc' }]);
    },
  );

  it('definition lists, abbreviations and footnotes', () => {
    const blocks = parse(
      'image\n: what is stored\n: what is pulled\n\nOCI says so[^1].\n\n*[OCI]: Open\n\n[^1]: In its standard.\n',
    );
    expect(blocks.map((block) => block.kind)).toEqual(['definitions', 'paragraph', 'footnotes']);
    expect(blocks[0]).toMatchObject({ items: [{ terms: [{ text: 'image' }] }] });
    expect(textOf(blocks)).toContain('In its standard.');
  });

  it('tables keep alignment, escaped pipes and code spans with pipes', () => {
    const [table] = parse('| a | b | c |\n|:--|:-:|--:|\n| `x|y` | \\| | ~1 GB |\n');
    expect(table).toMatchObject({
      kind: 'table',
      align: ['left', 'center', 'right'],
      rows: [[{ text: 'x|y' }, { text: '|' }, { nodes: [{ kind: 'text' }], text: '~1 GB' }]],
    });
  });

  it('options and comments of extensions are not seen', () => {
    expect(textOf(parse('{::options toc_levels="2" /}\n\na\n\n{::comment}\nhidden\n{:/comment}\n\nb'))).toBe(
      'a\nb',
    );
  });

  it('formulas are kept as TeX, a shell variable is none', () => {
    expect(parse('$$\na + b\n$$')).toMatchObject([{ kind: 'math', tex: 'a + b' }]);
    expect(parse('so $$x^2$$ is')).toMatchObject([
      { inline: { nodes: [{ text: 'so ' }, { kind: 'formula', tex: 'x^2' }, { text: ' is' }] } },
    ]);
    expect(parse('---\nmath: true\n---\nso $x_1$ is')).toMatchObject([
      { inline: { nodes: [{ text: 'so ' }, { kind: 'formula', tex: 'x_1' }, { text: ' is' }] } },
    ]);
    expect(textOf(parse('from $HOME to $PATH'))).toBe('from $HOME to $PATH');
    expect(parse('$$ is the shell itself')).toMatchObject([{ kind: 'paragraph' }]);
  });
});

describe('asides', () => {
  it.each([
    ['{: .note }\nwords', 'note', ''],
    ['words\n{: .notice--warning}', 'warning', ''],
    ['> words\n{: .callout}', 'note', ''],
    ['> [!WARNING]\n> words', 'warning', ''],
    ['!!! tip "Consejo"\n    words', 'tip', 'Consejo'],
    ['::: callout\nwords\n:::', 'note', ''],
    ['::::: challenge\n## Try it\nwords\n:::::', 'challenge', 'Try it'],
    ['> ## Try it\n>\n> words\n{: .challenge}', 'challenge', 'Try it'],
    ['>## Try it\n>words\n>{: .source}\n{: .callout}', 'note', 'Try it'],
    [':::warning[Careful]\nwords\n:::', 'warning', 'Careful'],
  ])('%j is a callout', (text, flavour, title) => {
    const blocks = parse(text);
    expect(blocks).toMatchObject([{ kind: 'callout', flavour, title: { text: title } }]);
    expect(textOf(blocks)).toBe(title === '' ? 'words' : `${title}\nwords`);
  });

  it('a solution stands within its challenge, however it is written', () => {
    const carpentries =
      '> ## Try\n>\n> Count.\n>\n> > ## Solution\n> > Two.\n> {: .solution}\n{: .challenge}';
    const workbench = '::: challenge\n## Try\nCount.\n:::: solution\n## Solution\nTwo.\n::::\n:::';
    for (const text of [carpentries, workbench]) {
      expect(parse(text)).toMatchObject([
        { flavour: 'challenge', blocks: [{ kind: 'paragraph' }, { kind: 'callout', flavour: 'solution' }] },
      ]);
    }
  });

  it('an admonition within a list item stays there', () => {
    expect(parse('1. one\n\n    !!! info "Consejo"\n        words\n\n1. two')).toMatchObject([
      { kind: 'list', ordered: true, items: [{ blocks: [{}, { kind: 'callout' }] }, { blocks: [{}] }] },
    ]);
  });
});

describe('remark', () => {
  it('divisions, notes, steps and properties leave no marks', () => {
    const text =
      'class: title\n\n# T\n\n.lab[\n\n- do\n  ```bash\n  ls\n  ```\n\n]\n\n--\n\nmore .small[text]\n\n???\n\nsaid\n\n---\n\nclass: pic\n\n## Next\n';
    const blocks = parse(text);
    expect(blocks.map((block) => block.kind)).toEqual([
      'heading',
      'group',
      'paragraph',
      'notes',
      'break',
      'heading',
    ]);
    expect(textOf(blocks)).toBe('T\ndo\nls\nmore text\nsaid\nNext');
    expect(blocks[5]!.attributes.classes).toEqual(['pic']);
  });

  it('a fence that is left open ends before the next slide', () => {
    const page = parsePage(
      { path: 'p.md', text: 'class: pic\n\n## A\n\n````bash\n$ ls\n```\n\n---\n\n## B\n' },
      nothing,
    );
    expect(page.diagnostics).toMatchObject([{ line: 5, code: 'open-fence' }]);
    expect(page.blocks.map((block) => block.kind)).toEqual(['heading', 'code', 'break', 'heading']);
  });

  it('backticks in code stay: a shell’s command stands between them', () => {
    expect(parse('class: pic\n\n```bash\n$ docker rm -f `docker ps -aq`\n```')).toMatchObject([
      { kind: 'code', text: '$ docker rm -f `docker ps -aq`' },
    ]);
  });

  it('on other pages its marks are text', () => {
    expect(textOf(parse('- --all shows all\n- `--`\n'))).toContain('--all');
  });
});

describe('HTML', () => {
  it('what authors write is kept, what could harm is not', () => {
    const html = JSON.stringify(
      parse(
        '<table onclick="x()"><tr><td style="a">cell</td></tr></table>\n\nPress <kbd>Ctrl</kbd> <a href="javascript:x()">here</a><script>x()</script>\n\n<script>\ny()\n</script>',
      ),
    );
    expect(html).toContain('cell');
    expect(html).toContain('"tag":"kbd","nodes":[{"kind":"text","text":"Ctrl"}]');
    expect(html).not.toMatch(/onclick|style=|javascript:|<script|x\(\)|y\(\)/);
  });

  it('details hold Markdown', () => {
    expect(
      parse('<details>\n<summary>More <b>here</b></summary>\n\n- one\n\n</details>\n\nafter'),
    ).toMatchObject([
      { kind: 'details', summary: { text: 'More here' }, blocks: [{ kind: 'list' }] },
      { kind: 'paragraph' },
    ]);
  });

  it('a placeholder that looks like a tag is text', () => {
    expect(textOf(parse('Use <container_id> here, and List<String>.'))).toContain('<container_id>');
  });

  it('pre is code', () => {
    expect(parse('<pre><code class="language-sh">ls &lt;a&gt;\n</code></pre>')).toMatchObject([
      { kind: 'code', language: 'sh', text: 'ls <a>' },
    ]);
  });
});

describe('code and breaks', () => {
  it('stays in its list item, however it is indented, and numbers go on', () => {
    const blocks = parse('1. one\n\n    ```\n    $ ls\n    ```\n\n2. two\n\n        $ pwd\n\n3. three\n');
    expect(blocks).toMatchObject([
      {
        kind: 'list',
        items: [
          { blocks: [{}, { kind: 'code', text: '$ ls' }] },
          { blocks: [{}, { kind: 'code', text: '$ pwd' }] },
          { blocks: [{ kind: 'paragraph' }] },
        ],
      },
    ]);
  });

  it('is indented by a tab in a list by tabs', () => {
    expect(parse('1.\tone\n\n\t\tdf -h\n')).toMatchObject([
      { items: [{ blocks: [{ kind: 'paragraph' }, { kind: 'code', text: 'df -h' }] }] },
    ]);
  });

  it('a row of dashes in it, and one under it, are no heading and no front matter', () => {
    const blocks = parse('```\na\n-----\nb\n```\n---\n* [a](b.md)\n');
    expect(blocks.map((block) => block.kind)).toEqual(['code', 'break', 'list']);
    expect(blocks[0]).toMatchObject({ text: 'a\n-----\nb' });
  });

  it('its language is the first word, its attributes the rest', () => {
    expect(parse('```bash  \nls\n```')).toMatchObject([{ language: 'bash' }]);
    expect(parse('```plaintext hl_lines="7"\nls\n```')).toMatchObject([
      { language: 'plaintext', attributes: { values: { hl_lines: '7' } } },
    ]);
    expect(parse('```.term1\nls\n```')).toMatchObject([{ language: '', attributes: { classes: ['term1'] } }]);
    expect(parse('~~~bash\nls\n~~~\n{: .output}')).toMatchObject([{ attributes: { classes: ['output'] } }]);
  });

  it('CRLF, a mark of byte order and tabs within it', () => {
    expect(parse('\uFEFF# T\r\n\r\n```\r\nif x\r\n\ty\r\n```\r\n')).toMatchObject([
      { kind: 'heading', line: 1 },
      { kind: 'code', text: 'if x\n\ty' },
    ]);
  });
});

describe('fences that their author indented', () => {
  it('beyond a list, as code would be', () => {
    expect(parse('Type:\n\n    ```bash\n    ls -a\n    ```\n\nmore').map((block) => block.kind)).toEqual([
      'paragraph',
      'code',
      'paragraph',
    ]);
    expect(parse('Type:\n\n    ```bash\n    ls -a\n    ```')[1]).toMatchObject({
      language: 'bash',
      text: 'ls -a',
      line: 3,
      textLine: 4,
    });
    expect(parse('A fence:\n\n    ```bash\n    ls')[1]).toMatchObject({ language: '', text: '```bash\nls' });
  });

  it('a little less than the item that they stand in', () => {
    const [list, after] = parse('1. do\n\n   ```sh\n   ls\n  ```\n  ```\n   a b\n   ```\n\n   done\n\nwords');
    expect(list).toMatchObject({
      items: [{ blocks: [{}, { text: 'ls' }, { text: 'a b' }, { kind: 'paragraph' }] }],
    });
    expect(after).toMatchObject({ kind: 'paragraph', inline: { text: 'words' } });
  });
});

function parse(text: string): Block[] {
  return parsePage({ path: 'page.md', text }, nothing).blocks;
}
