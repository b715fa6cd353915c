import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { escapeHtml } from '../html-text.ts';
import { renderDeck } from './deck.ts';
import { renderHandout } from './handout.ts';
import type { RenderOptions } from './options.ts';

const root = join(import.meta.dirname, '../../..');

/** The classes that a page steers its looks with. */
const STEERING = ['fragment', 'columns', 'moments', 'compare', 'large', 'small'];
/** What a page's classes and names of divisions make of what they stand at: boxes, notes, details. */
const MADE = /^(?:callout(?:--\w+|__title)?|remark)$/;

/** What an element of ours may be found by, in style sheets and in scripts: ours, reveal.js's, the terminal's. */
const names = [...new Set([...namesInStyles(), ...namesInScripts()])].sort();

const WAYS: Record<string, (name: string) => string> = {
  span: (name) => `A <span class="${name}">§</span>.`,
  picture: (name) => `A § <img class="${name}" src="a.png" alt="§">.`,
  division: (name) => `<div class="${name}">\n\n§\n\n</div>`,
  section: (name) => `<section class="${name}">§</section>`,
  cell: (name) =>
    `<table><tr><td><div class="${name}"><section class="${name}">§</section></div></td></tr></table>`,
  list: (name) => `<ul class="${name}"><li class="${name}"><b class="${name}">§</b></li></ul>`,
  'block attribute': (name) => `§\n{: .${name}}`,
  'span attribute': (name) => `*§*{: .${name}} and \`§\`{:.${name}}`,
  'attribute of Python’s': (name) => `**§**{ .${name} }`,
  'attribute of an item': (name) => `- {: .${name}} §`,
  fence: (name) => `\`\`\`${name}\n§\n\`\`\``,
  'class of a fence': (name) => `\`\`\` { .${name === 'run' ? 'none' : name} }\n§\n\`\`\``,
  'class of code': (name) => `<pre class="${name}"><code class="language-${name} ${name}">§</code></pre>`,
  colons: (name) => `::: ${name}\n§\n:::`,
  'colons with a class': (name) => `::: {.${name}}\n§\n:::`,
  formula: (name) =>
    String.raw`A $$\htmlClass{${name}}{x}$$ <span class="math ${name}">§</span> <span class="math"><b class="${name}">§</b></span>`,
  'title that reads as an attribute': (name) => `A <b title="x class=" class="${name}">§</b>.`,
};

describe('the names of the interface', () => {
  it('are known', () => {
    expect(names.length).toBeGreaterThan(300);
    for (const name of ['say', 'notices', 'action--main', 'slide', 'stack', 'navigate-left', 'xterm'])
      expect(names).toContain(name);
    // Those of drawings begin so; see src/diagram/svg/classes.ts.
    expect(names.filter((name) => name.startsWith('m-'))).toEqual(['m-node', 'm-text-inner-tspan']);
  });

  it.each(Object.entries(WAYS))('no element of a lesson has one as its class: %s', (_, write) => {
    const page = names
      .map((name, at) => `${at % 12 === 0 ? '## a\n\n' : ''}${write(name)}`)
      .join('\n\n<!-- -->\n\n');
    for (const html of render(`# L\n\n${page}\n`)) {
      const found = classesAt(html);
      expect(found.marks).toBeGreaterThan(names.length / 2);
      expect(found.classes.filter((name) => !STEERING.includes(name) && !MADE.test(name))).toEqual([]);
    }
  });

  it('no element of a lesson has one as its id, and links to it lead to it', () => {
    const ids = namesOfIds();
    expect(ids).toContain('capas-dialog-title');
    const ways = ids.flatMap((id) => [
      `## ${id}`,
      `## b {#${id}}`,
      `A <b id="${id}">§</b> [§](#${id}) <a name="${id}">§</a>.`,
      `*§*{: #${id}}`,
      `<table id="${id}"><tr><td><p id="${id}">§</p></td></tr></table>`,
    ]);
    for (const html of render(`# L\n\n${ways.join('\n\n')}`)) {
      const { targets, links } = idsIn(html);
      expect(targets.filter((id) => /^[di]?capas-/.test(id)).sort()).toEqual(
        html.includes('data-capas="deck"') ? ['capas-data'] : ['capas-content'],
      );
      for (const link of links) expect(targets).toContain(link);
    }
  });

  it('slides are what we make: an author’s section is a division', () => {
    const [deck] = render('# L\n\n## a\n\n<table><tr><td><section>x</section></td></tr></table>');
    expect(deck!.match(/<section/g)).toHaveLength(4);
    expect(deck).toContain('<td><div>x</div></td>');
  });
});

it('a picture from elsewhere is not loaded whatever stands before its address', () => {
  for (const html of render('# L\n\n## a\n\nA <img title="x src=" src="https://evil.example/x.png"> b')) {
    expect(html).not.toMatch(/<img/);
  }
});

const options: RenderOptions = {
  slug: 'page',
  home: 'static',
  runtime: '../_capas/',
  recordings: {},
  svg: () => null,
  highlight: (code) => escapeHtml(code),
};

function render(text: string): string[] {
  const lesson = compile(
    { path: 'a.md', text },
    { picture: () => ({ width: 4, height: 3 }), read: () => null, exists: () => true },
  );
  return [renderDeck(lesson, options), renderHandout(lesson, options)];
}

/** The classes of the elements that hold a `§`, up to the place for the author's matter. */
function classesAt(html: string): { marks: number; classes: string[] } {
  const open: string[][] = [];
  const classes = new Set<string>();
  let marks = 0;
  const mark = () => {
    marks += 1;
    const from = open.findLastIndex((names) => names.some((name) => PLACES.has(name))) + 1;
    for (const name of open.slice(from).flat()) if (!OF_CODE.test(name)) classes.add(name);
  };
  const parser = new Parser({
    onopentag: (_, values) => {
      open.push((values['class'] ?? '').split(/\s+/).filter(Boolean));
      if (values['alt'] === '§') mark();
    },
    ontext: (text) => {
      if (text.includes('§')) mark();
    },
    onclosetag: () => open.pop(),
  });
  parser.end(html);
  return { marks, classes: [...classes] };
}

const PLACES = new Set(['slide__body', 'slide__header', 'notes', 'handout']);
/** What every card of code and every formula has, whatever its author calls it. */
const OF_CODE = /^(?:code|cols-60|table|figure|whole|katex)$/;

function idsIn(html: string): { targets: string[]; links: string[] } {
  const targets: string[] = [];
  const links: string[] = [];
  const parser = new Parser({
    onopentag: (_, { id, name, href }) => {
      targets.push(...[id, name].filter((one) => one !== undefined));
      if (href?.startsWith('#')) links.push(href.replace(/^#\/?/, ''));
    },
  });
  parser.end(html);
  return {
    targets: targets.filter((one) => !['description', 'viewport', 'generator', 'referrer'].includes(one)),
    links,
  };
}

function namesInStyles(): string[] {
  const require = createRequire(import.meta.url);
  const reveal = join(require.resolve('reveal.js'), '..');
  const sheets = [
    ...filesIn(join(root, 'assets'), /\.css$/),
    ...filesIn(reveal, /^re(?:set|veal)\.css$/),
    require.resolve('@xterm/xterm/css/xterm.css'),
  ];
  return sheets.flatMap((file) => {
    const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)/g, '');
    return [...css.matchAll(/\.(-?[A-Za-z_][\w-]*)(?=[^{};]*\{)/g)].map(([, name]) => name!);
  });
}

/** Classes in selectors, and all words of texts that name a class: `class: 'a b'`, `.className = 'a'`. */
function namesInScripts(): string[] {
  const require = createRequire(import.meta.url);
  const ours = [
    ...filesIn(join(root, 'src/deck'), /(?<!\.test)\.ts$/),
    ...filesIn(join(root, 'src/export'), /(?<!\.test)\.ts$/),
    ...filesIn(join(root, 'src/compiler/html'), /(?<!\.test)\.ts$/),
  ];
  const text = [...ours, require.resolve('reveal.js')].map((file) => readFileSync(file, 'utf8')).join('\n');
  return [
    ...[...text.matchAll(/["'`][^"'`\n]*["'`]/g)].flatMap(([written]) =>
      [...written.matchAll(/(?<![/.])\.([a-z][\w-]*)(?![\w.(/])/g)].map(([, name]) => name!),
    ),
    ...[...text.matchAll(/class(?:Name)?(?:=|: | = )\[?["'`]([\w -]+)/g)].flatMap(([, written]) =>
      written!.split(' '),
    ),
  ].filter((name) => /^[a-z][\w-]*[a-z\d]$/.test(name));
}

/** The ids that the interface's sources write or look up. */
function namesOfIds(): string[] {
  const sources = [
    ...filesIn(join(root, 'src/deck'), /\.ts$/),
    ...filesIn(join(root, 'src/compiler/html'), /\.ts$/),
  ];
  const text = sources.filter((file) => !/\.test\.ts$/.test(file)).map((file) => readFileSync(file, 'utf8'));
  const found = text
    .join('\n')
    .matchAll(/(?:\bid: ['`]|\bid="|ById\(['`]|labelledby': ['`]|drawDiagram\(`)([\w-]+)/g);
  return [...new Set([...found].map(([, id]) => id!))].flatMap((id) => [id, `d${id}`]);
}

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && name.test(file.name))
    .map((file) => join(file.parentPath, file.name));
}
