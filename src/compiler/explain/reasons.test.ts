import { describe, expect, it } from 'vitest';
import { because, type ReasonCode, tellReason } from '../reasons/reason.ts';
import { words } from '../reasons/words.ts';
import { explainPage } from './explain.fixture.ts';

const code = (language: string, ...lines: string[]) => [`\`\`\`${language}`, ...lines, '```', ''].join('\n');
const prompted = code('', '$ ls -l', '$ pwd', '$ docker ps').repeat(3);

/** For each reason, a page of which a line has it. */
const pages: Record<ReasonCode, string> = {
  'front-matter': '---\ntitle: T\n---\n',
  shortcode: 'A\n\n{{< unknown >}}\n',
  liquid: 'A\n\n{% assign a = "b" %}\n',
  'attributes-of-above': 'A\n{: .b}\n',
  'attributes-of-next': '{: .b}\nA\n',
  indented: 'A\n\n    code\n',
  fence: code('yaml', 'a: 1'),
  'open-fence': '```yaml\na: 1\n',
  properties: 'class: center\n\n# A\n',
  notes: '# A\n\n???\n\nsay\n',
  increment: 'class: center\n\n# A\n\n--\n\nB\n',
  classes: 'class: center\n\n# A\n\n.left[\nB\n]\n',
  heading: '# A\n',
  underlined: 'A\n===\n',
  break: 'A\n\n---\n',
  quote: '> A\n',
  alert: '> [!NOTE]\n> A\n',
  notice: 'A\n{: .note}\n',
  admonition: '!!! note\n    A\n',
  division: '::: note\nA\n:::\n',
  extension: '{::options a="b" /}\n',
  toc: '[TOC]\n',
  footnote: 'A[^1]\n\n[^1]: B\n',
  definition: '[a]: b.html\n',
  definitions: 'A\n: B\n',
  list: '- A\n',
  math: '$$\na\n$$\n',
  comment: '<!-- a -->\n',
  'speaker-comment': '<!-- notes: a -->\n',
  html: '<div>\n\nA\n\n</div>\n',
  table: '| a |\n|---|\n| b |\n',
  picture: '![a](b.png)\n',
  paragraph: 'A\n',

  prompt: code('', '$ ls'),
  'later-prompt': code('console', '# first', '$ ls'),
  'root-prompt': code('console', '# apt-get update'),
  'run-class': `${code('', 'ls')}{: .run}\n`,
  language: code('bash', 'docker ps'),
  'bare-habit': code('', 'docker ps'),
  foreign: code('powershell', 'Get-Item .'),
  statements: code('console', '$ docker exec -it db mysql') + code('sql', 'SHOW TABLES;'),
  'says-output': code('output', '$ ls'),
  script: code('bash', '#!/bin/sh', 'ls'),
  file: code('yaml', 'a: 1'),
  text: code('text', 'hello'),
  untyped: code('', 'hello there, all of you'),
  'prompt-missing': `${prompted}\n# B\n\n${code('bash', 'web')}`,
  'not-typed': code('bash', 'Hello, all of you!'),
  operator: code('bash', 'ls', '|', 'wc'),
  listing: code('bash', 'for a in b; do', '  # each', '  echo a', 'done'),
  synopsis: code('bash', 'docker run [OPTIONS] IMAGE'),
  'output-of': code('bash', 'docker ps') + code('output', 'CONTAINER ID'),
  drawn: code('mermaid', 'graph TD', 'A-->B'),

  step: code('', '$ ls'),
  'no-run': `${code('', '$ ls')}{: .no-run}\n`,
  illustration: `${prompted}\nThe right way would be:\n\n${code('bash', 'docker ps -a')}`,
  struck: code('', '$ # docker ps', '$ ls'),
  'nobody-opened': code('', 'root@a2d1ce6990d8:/# ls'),
  'code-marks': code('', '$ curl `172.17.0.2`'),
  'leaves-host': code('', '$ exit'),
  elided: code('', '$ docker run ...'),
  'unknown-shell': code('console', 'router# show all'),
  angle: code('', '> docker ps', '> Hello, all of you'),
  printed: code('', '$ ls', 'a'),
  'printed-alone': code('console', 'Hello, all of you!', '$ ls'),
  'comment-line': code('console', '# first', '$ ls'),
  'prompt-alone': code('', '$ ls', '$'),
};

it('has a page for each reason', () => {
  expect(Object.keys(pages).sort()).toEqual(Object.keys(words).sort());
});

describe('a page for each reason', () => {
  it.each(Object.entries(pages))('%s', (reason, page) => {
    const given = explainPage(page).flatMap((row) =>
      row
        .trim()
        .replace(/^\S+ \S+ /, '')
        .split('; '),
    );
    expect(given.map((one) => one.split(' ')[0])).toContain(reason);
  });
});

it('tells a reason in words, with what it is about', () => {
  expect(tellReason(because('later-prompt', '$'))).toBe('has the prompt $ further down');
  expect(tellReason(because('paragraph'))).toBe('begins nothing else');
});
