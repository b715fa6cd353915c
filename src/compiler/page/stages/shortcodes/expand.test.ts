import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../model.ts';
import { readLines } from '../../lines.ts';
import { expandShortcodes } from './expand.ts';

describe('expandShortcodes', () => {
  it('leaves a page without shortcodes alone', () => {
    const lines = readLines('a {{ page.title }}\n');
    expect(expandShortcodes(lines, { lang: 'en', diagnostics: [] })).toBe(lines);
  });

  it.each([
    ['headings that pages share', '## {{% heading "whatsnext" %}}', '## What’s next'],
    ['a term of the glossary', 'a {{< glossary_tooltip text="Pod" term_id="pod" >}} runs', 'a Pod runs'],
    ['a term without a text', '{{< glossary_tooltip term_id="name-space" >}}', 'name space'],
    ['a value of the site', '[API](/v{{< param "version" >}}/x)', '[API](/vversion/x)'],
    ['a picture', '{{< figure src="a.png" alt="A" caption="B" >}}', '![A](<a.png> "B")'],
    ['marks around text', 'one {{% part %}}two{{% /part %}} three', 'one two three'],
    ['a mark that stands alone', 'from {{< since v="2" >}} on', 'from  on'],
    ['a shortcode that is shown', 'write {{</* note */>}}', 'write {{< note >}}'],
    ['braces of another tool', 'a {{<b', 'a {{<b'],
    ['an address over two lines', '{{< figure\n  src="a.png" >}}', '![](<a.png>)'],
  ])('%s', (_, source, expected) => {
    expect(expand(source)).toBe(expected);
  });

  it('makes divisions of asides, on one line or on several, in lists too', () => {
    expect(expand('{{< note >}}\ntext\n{{< /note >}}')).toBe('\n::: note\n\n\ntext\n:::\n');
    expect(expand('{{< warning >}}text{{< /warning >}}')).toBe('\n::: warning\n\ntext\n:::\n');
    expect(expand('1. a\n\n   {{% alert color="danger" %}}\nb\n   {{% /alert %}}').split('\n')).toEqual(
      expect.arrayContaining(['   ::: danger', '   b', '   :::']),
    );
  });

  it('closes what its author left open', () => {
    expect(
      expand('{{< note >}}\na\n\nb {{< tip >}}c{{< /note >}} {{< /tip >}}').match(/^:::$/gm),
    ).toHaveLength(2);
    expect(expand('{{< note "Only this" >}}\na')).toBe('Only this\na');
  });

  it('makes code of listings, and of tabs that hold code', () => {
    expect(expand('{{< highlight bash >}}\nls\n{{< / highlight >}}')).toBe('~~~~~~bash\nls\n~~~~~~');
    expect(
      expand('{{< tab name="One" codelang="sh" >}}\nls\n{{< /tab >}}').split('\n').filter(Boolean),
    ).toEqual(['**One**', '~~~~~~sh', 'ls', '~~~~~~']);
    expect(expand('{{% tab name="One" %}}\n\n```sh\nls\n```\n{{% /tab %}}')).toContain('**One**');
  });

  it('makes a placeholder of a value in code, and leaves other braces there to their tools', () => {
    expect(expand('```sh\nget {{< param "full" >}}/x {{.ID}}\n```')).toBe('```sh\nget <full>/x {{.ID}}\n```');
  });

  it('shows the name of a file that the page is about, and warns about text that is missing', () => {
    const diagnostics: Diagnostic[] = [];
    expect(expand('{{% code_sample file="a/b.yaml" %}}\n{{< include "c.md" >}}', diagnostics)).toContain(
      '`a/b.yaml`',
    );
    expect(diagnostics).toMatchObject([{ line: 2, code: 'missing-include' }]);
  });

  it('knows the lines that text stood on', () => {
    const lines = expandShortcodes(readLines('{{< note >}}\na\n{{< /note >}}\nb'), {
      lang: 'en',
      diagnostics: [],
    });
    expect(lines.filter(({ text }) => /^[ab]$/.test(text))).toEqual([
      { text: 'a', number: 2 },
      { text: 'b', number: 4 },
    ]);
  });
});

function expand(text: string, diagnostics: Diagnostic[] = []): string {
  return expandShortcodes(readLines(text), { lang: 'en', diagnostics })
    .map((line) => line.text)
    .join('\n');
}
