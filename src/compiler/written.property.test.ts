import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { nothingAround } from './slides/slides.fixture.ts';
import { findUnwritten } from './written.fixture.ts';

const read = (text: string) => compile({ path: 'page.md', text }, nothingAround);

test.each(['playground/index.md', 'slides/imagenes/index.md', 'tests/golden/decks/small.md'])(
  '%s says each command that it runs',
  (path) => {
    const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const { steps } = read(text);
    expect(steps.length).toBeGreaterThan(0);
    expect(findUnwritten(text, steps)).toEqual([]);
  },
);

/** What a stage of some dialect might take for its own. */
const piece = fc.constantFrom(
  ...[
    '`docker ps -aq`',
    '`id`',
    '`-d`',
    '`<id>`',
    '`1.2.3`',
    '$(id)',
    '$HOME',
    '<id>',
    '</b>',
    '<b>',
    '<!-- x -->',
  ],
  ...[
    '&amp;',
    '&lt;x',
    '&&',
    '|',
    '||',
    '>f',
    '2>&1',
    '<<<x',
    '{{ x }}',
    '{{< x >}}',
    '{{% x %}}',
    '{% x %}',
  ],
  ...[
    '{{ "x" }}',
    '{{.Names}}',
    "'{{json .}}'",
    '{:.notes}',
    ':::',
    '[x](y)',
    '![x](y)',
    '*x*',
    '**x**',
    '_x_',
    '__x__',
  ],
  ...[
    '~~x~~',
    '~x',
    '$x$',
    '$$x$$',
    ':tada:',
    '"a  b"',
    "'c  d'",
    '\\',
    '\\n',
    '#x',
    '# x',
    '---',
    '???',
    '.class[x]',
  ],
  ...[
    '@x',
    '=x',
    '+x',
    '%x',
    '!x',
    '[^1]',
    '“x”',
    'a\u00A0b',
    '–x',
    '\\`x\\`',
    ']',
    ')',
    '}',
    '==x==',
    '--',
    '-e',
    'x',
  ],
);
const command = fc
  .array(piece, { minLength: 1, maxLength: 5 })
  .map((parts) => `docker run ${parts.join(' ')}`);

/** Ways in which pages write code, each with what makes its dialect known. */
const writings: Record<string, (lines: string[]) => string[]> = {
  fence: (lines) => ['```bash', ...lines, '```'],
  'remark with a layout': (lines) => ['layout: true', '', '# A', '', '---', '', '```bash', ...lines, '```'],
  'remark with notes': (lines) => ['# A', '', '```bash', ...lines, '```', '', '???', '', 'said'],
  'remark with a class': (lines) => ['class: center', '', '.small[', '', '```bash', ...lines, '```', '', ']'],
  'a list': (lines) => ['1. Do', '', ...['```bash', ...lines, '```'].map((line) => `   ${line}`)],
  'a quote': (lines) => ['```bash', ...lines, '```'].map((line) => `> ${line}`),
  indented: (lines) => ['Do:', '', ...lines.map((line) => `    ${line}`)],
  'Liquid’s highlight': (lines) => ['{% highlight bash %}', ...lines, '{% endhighlight %}'],
  'Liquid’s raw': (lines) => ['```bash', '{% raw %}', ...lines, '{% endraw %}', '```'],
  'Hugo’s highlight': (lines) => ['{{< highlight bash >}}', ...lines, '{{< /highlight >}}'],
  'Hugo’s tabs': (lines) => [
    '{{< tabs >}}',
    '{{% tab "x" %}}',
    '```bash',
    ...lines,
    '```',
    '{{% /tab %}}',
    '{{< /tabs >}}',
  ],
  'MkDocs’ tabs': (lines) => ['=== "x"', '', ...['```bash', ...lines, '```'].map((line) => `    ${line}`)],
  'MkDocs’ admonition': (lines) => [
    '!!! note',
    '',
    ...['```bash', ...lines, '```'].map((line) => `    ${line}`),
  ],
  division: (lines) => ['::: solution', '```bash', ...lines, '```', ':::'],
  details: (lines) => ['<details>', '<summary>x</summary>', '', '```bash', ...lines, '```', '', '</details>'],
  'HTML’s pre': (lines) => ['<pre><code class="language-bash">', ...lines, '</code></pre>'],
};

test.each(Object.entries(writings))('a command in %s runs as it is written, or not at all', (_, write) => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 3 }), (commands) => {
      const text = write(commands.flatMap((one) => [`$ ${one}`, 'printed'])).join('\n');
      expect(findUnwritten(text, read(text).steps)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
