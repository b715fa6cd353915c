import { shell } from './lint.fixture.ts';

/** A page that gives a code, and the files beside it. */
interface Example {
  text: string;
  files?: Record<string, string>;
}

const layers = (...lines: string[]): Example => ({
  text: ['# Page', '', '```layers', ...lines, '```', ''].join('\n'),
});
const row = (letter: string) => Array.from({ length: 3 }, () => letter.repeat(50)).join('   ');

/** For each code that a page's text alone can give, the smallest page that gives it. */
export const examples: Record<string, Example> = {
  'missing-image': { text: '# Page\n\nSee ![layers](layers.png).\n' },
  'missing-alt': { text: '# Page\n\nSee ![](layers.png).\n', files: { 'layers.png': '' } },
  'broken-link': { text: '# Page\n\n[the answers](answers.md)\n' },
  'broken-anchor': { text: '# Page\n\n[below](#the-end)\n' },
  'unknown-attribute': { text: '# Page\n\nText.\n{: .slde}\n' },
  'attribute-value': { text: '# Page\n\n```console\n$ ls\n```\n{: exit="one"}\n' },
  placeholder: { text: shell('$ docker logs <name>') },
  'name-in-use': { text: shell('$ docker run -d --name web nginx', '$ docker run -d --name web httpd') },
  'removed-image': { text: shell('$ docker rmi nginx', '$ docker run -d nginx') },
  'copied-id': { text: shell('$ docker logs a2d1ce6990d8') },
  'dense-slide': { text: `# Page\n\n## One\n\n$$\n${'a \\\\\n'.repeat(20)}b\n$$\n` },
  'wide-output': { text: shell('$ docker stats', row('A'), row('b')) },
  'figure-without-notes': { text: '# Page\n\n## One\n\n![layers](a.png)\n', files: { 'a.png': '' } },
  'diagram-loads': {
    text: '# Page\n\n```mermaid\nflowchart LR\n A@{ img: "https://x.example/a.png" }\n```\n',
  },

  'front-matter': { text: '---\ntitle: "open\n---\n\n# Page\n' },
  'missing-include': { text: '# Page\n\n{% include part.md %}\n' },
  'cyclic-include': {
    text: '# Page\n\n{% include_relative part.md %}\n',
    files: { 'part.md': '{% include_relative part.md %}\n' },
  },
  'large-include': {
    text: '# Page\n\n{% include_relative part.md %}\n',
    files: { 'part.md': 'x'.repeat(2_000_001) },
  },
  'open-liquid': { text: '# Page\n\n{% comment %}\n\nText.\n' },
  'open-fence': { text: '# Page\n\n```\nls\n' },
  'open-comment': { text: '# Page\n\n<!-- more\n' },
  'open-division': { text: '# Page\n\n:::note\nText.\n' },
  'typographic-quotes': { text: shell('$ echo “a”') },
  'typographic-blank': { text: shell('$ echo\u00a0a') },
  'typographic-dash': { text: shell('$ docker ps –all') },
  'code-marks': { text: shell('$ curl `172.17.0.2`') },
  'unknown-prompt': { text: shell('zlab> start') },
  'broken-continuation': { text: shell('$ echo a \\ ', '  b') },

  'layers-syntax': layers('image: x', 'title: "open'),
  'layers-shape': layers('- a', '- b'),
  'layers-unknown-key': layers('image: x', 'colour: red'),
  'layers-no-name': layers('images:', '- { from: x }'),
  'layers-size': layers('image: x', 'containers:', '- { name: c, size: big }'),
  'layers-twice': layers('images:', '- { name: a }', '- { name: a }'),
  'layers-cycle': layers('images:', '- { name: a, from: b }', '- { name: b, from: a }'),
  'layers-missing-image': layers('image: x', 'containers:', '- { name: c, image: y }'),
  'layers-empty': layers('title: nothing'),
  'layers-step': layers('image: x', 'steps:', '- { read: /etc/issue }'),
};

/** Codes that need more than a page's text: what is said, what to do, and the test that sees it. */
export const elsewhere: Record<string, { message: string; hint: string; test: string }> = {
  'slide-overflow': {
    message: 'The slide “One” is 40 px higher or wider than the screen.',
    hint: 'Set a slide break (---), or move something to the notes with {: .notes}.',
    test: 'tests/e2e/lint/lint.test.ts',
  },
  'diagram-syntax': {
    message: 'The diagram can’t be drawn: …',
    hint: 'Correct its Mermaid source; the deck shows the source in its place until then.',
    test: 'tests/e2e/lint/lint.test.ts',
  },
  'not-utf-8': {
    message: 'The page is not UTF-8; it was read as Windows-1252.',
    hint: 'Save it as UTF-8.',
    test: 'src/course/text-file.test.ts',
  },
};
