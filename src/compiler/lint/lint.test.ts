import { describe, expect, it } from 'vitest';
import { severities } from './codes.ts';
import { findings, lintPage, shell } from './lint.fixture.ts';
import { weigh } from './lint.ts';

describe('pictures', () => {
  it('points at a missing picture in its line, also when it is there twice', () => {
    expect(findings('# A\n\nText ![one](a.png) and ![two](a.png).\n')).toEqual([
      'missing-image 3:13',
      'missing-image 3:31',
    ]);
  });
  it('points at a missing picture that is a block in its columns', () => {
    expect(findings('# A\n\nText.\n\n![the first one](img/a.png)\n\nMore.\n')).toEqual([
      'missing-image 5:18',
    ]);
  });
  it('leaves a picture that is there alone', () => {
    expect(findings('# A\n\nText.\n\n![one](a.png)\n\nMore.', { 'a.png': '' })).toEqual([]);
  });
  it('wants an alternative text of Markdown and HTML pictures', () => {
    const files = { 'a.png': '', 'b.png': '' };
    expect(findings('# A\n\nText ![](a.png)\n\n<img src="b.png">\n\nMore.\n', files)).toEqual([
      'missing-alt 3:10',
      'missing-alt 5:11',
    ]);
  });
  it('takes an empty text for decoration where the author wrote it out', () => {
    expect(findings('# A\n\nText <img src="a.png" alt=""> more\n', { 'a.png': '' })).toEqual([]);
  });
});

describe('links', () => {
  const files = { 'other.md': '# Other\n\n## A part of it\n\nText {#mark}.\n', 'tool.zip': '' };
  it('finds links to files that are not there', () => {
    expect(findings('# A\n\nSee [this](gone.md) and [that](other.md).\n', files)).toEqual([
      'broken-link 3:12',
    ]);
  });
  it('finds anchors that are not on the page', () => {
    expect(findings('# A\n\n## Dos partes\n\n[a](#dos-partes) [b](#tres-partes)\n')).toEqual([
      'broken-anchor 5:22',
    ]);
  });
  it("finds anchors that are not on a neighbour's page", () => {
    expect(
      findings('# A\n\n[a](other.md#a-part-of-it) [b](other.md#mark) [c](other.md#gone)\n', files),
    ).toEqual(['broken-anchor 3:51']);
  });
  it('knows ids of attribute lists and of HTML', () => {
    expect(findings('# A\n\n<a name="x"></a>Text [x](#x) [y](#y)\n\nText\n{: #y}\n')).toEqual([]);
  });
  it('asks no other site, and nothing outside of the course', () => {
    expect(
      findings(
        '# A\n\n[a](https://example.org/gone) [b](mailto:a@b.c) [c](../gone.md) [d](tool.zip)\n',
        files,
      ),
    ).toEqual([]);
  });
});

describe('diagrams', () => {
  it('points at what would load something', () => {
    const fence = (...lines: string[]) => ['```mermaid', ...lines, '```', ''].join('\n');
    const drawn = fence('flowchart LR', ' A["img: x"] --> B');
    const loading = fence('flowchart LR', ' A', ' B@{ img: "https://x.example/a.png" }');
    const found = findings(`# A\n\n## One\n\n${drawn}\n${loading}`);
    expect(found.filter((one) => one.startsWith('diagram'))).toEqual(['diagram-loads 13:1']);
  });
});

describe('attribute lists', () => {
  it('finds slips of the pen in our words', () => {
    expect(findings('# A\n\nText\n{: .slde}\n\nMore\n{: .fragmnet}\n')).toEqual([
      'unknown-attribute 4:4',
      'unknown-attribute 7:4',
    ]);
    expect(findings('# A\n\n```console\n$ ls\n```\n{: timout="60s"}\n')).toEqual(['unknown-attribute 6:4']);
  });
  it("finds values that can't be read", () => {
    expect(findings('# A\n\n```console\n$ ls\n```\n{: exit="one"}\n')).toEqual(['attribute-value 6:4']);
  });
  it("leaves ours and a site's own alone", () => {
    expect(
      findings(
        '# A\n{: .no_toc .fs-9}\n\nText\n{: .note .slide}\n\n```console\n$ ls\n```\n{: exit="0" match="lines" timeout="2m"}\n',
      ),
    ).toEqual([]);
  });
  it('does not read attribute lists in code', () => {
    expect(findings('# A\n\n```\n{: .slde}\n```\n')).toEqual([]);
  });
});

describe('commands', () => {
  it('finds placeholders, in the line of a long command', () => {
    expect(findings(shell('$ docker run -d \\', '    --name web <image>'))).toEqual(['placeholder 5:16']);
    expect(findings(shell('$ docker run -d --name web nginx'))).toEqual([]);
  });

  it('finds a container name that is given twice', () => {
    expect(findings(shell('$ docker run -d --name web nginx', '$ docker run -d --name web httpd'))).toEqual([
      'name-in-use 5:24',
    ]);
  });
  it.each([
    ['removed', '$ docker run -d --name web nginx', '$ docker rm -f web'],
    ['removed by its id', '$ docker run -d --name web nginx', '$ docker rm -f $(docker ps -lq)'],
    ['gone when it ended', '$ docker run --rm --name web nginx true'],
    ['renamed', '$ docker run -d --name web nginx', '$ docker rename web old'],
    ['stopped, and removed with that', '$ docker run -d --rm --name web nginx', '$ docker stop web'],
  ])('takes a name again when the first container was %s', (_, ...before) => {
    expect(findings(shell(...before, '$ docker run -d --name web httpd'))).toEqual([]);
  });
  it('knows a failure that is the lesson', () => {
    const page = [
      '# A',
      '',
      '```console',
      '$ docker run -d --name web nginx',
      '```',
      '',
      '```console',
      '$ docker run -d --name web nginx',
      '```',
      '{: exit="125"}',
      '',
    ];
    expect(findings(page.join('\n'))).toEqual([]);
  });

  it('finds images that are used after their removal, until they are pulled again', () => {
    expect(findings(shell('$ docker rmi nginx', '$ docker run -d nginx:latest'))).toEqual([
      'removed-image 5:17',
    ]);
    expect(findings(shell('$ docker rmi nginx', '$ docker pull nginx', '$ docker run -d nginx'))).toEqual([]);
    expect(
      findings(shell('$ docker rmi nginx', 'Error response from daemon: conflict', '$ docker run -d nginx')),
    ).toEqual([]);
  });

  it("finds ids that were copied from somebody's output", () => {
    const started = [
      '$ docker run -d nginx',
      '4b2f6c9f8d1e0a7c35e4d2b19f60837ac5de1b24f79e3068a1c2d7b5e94f8a60',
    ];
    expect(findings(shell(...started, '$ docker stop 4b2f'))).toEqual(['copied-id 6:15']);
    expect(findings(shell('$ docker logs a2d1ce6990d8'))).toEqual(['copied-id 4:15']);
    expect(
      findings(
        shell(
          ...started,
          '$ docker stop cafe1',
          '$ docker pull nginx@sha256:4b2f6c9f8d1e0a7c35e4d2b19f60837ac5de1b24f79e3068a1c2d7b5e94f8a60',
        ),
      ),
    ).toEqual([]);
  });
});

describe('slides', () => {
  const row = (cells: string[]) => cells.map((cell) => cell.padEnd(50)).join('   ');
  it('finds tables that are too wide to be read', () => {
    const wide = [row(['NAME', 'STATUS', 'SIZE']), row(['x'.repeat(50), 'y'.repeat(50), 'z'.repeat(50)])];
    expect(findings(shell('$ docker stats', ...wide))).toEqual(['wide-output 5:1']);
  });
  it('squeezes them first, and lets messages wrap', () => {
    expect(findings(shell('$ docker stats', row(['NAME', 'STATUS', 'SIZE']), row(['x', 'y', 'z'])))).toEqual(
      [],
    );
    expect(findings(shell('$ docker info', `Error: ${'word '.repeat(60)}`))).toEqual([]);
  });
  it('finds a figure about which nothing is said', () => {
    expect(findings('# A\n\n## B\n\n![x](a.png)\n', { 'a.png': '' })).toEqual(['figure-without-notes 5:1']);
  });
  it('is content with prose under it, or with notes', () => {
    const prose = `${'A long sentence about what is to be seen in the figure, which goes to the notes. '.repeat(3)}\n`;
    expect(findings(`# A\n\n## B\n\n![x](a.png)\n\n${prose}`, { 'a.png': '' })).toEqual([]);
    expect(findings('# A\n\n## B\n\n![x](a.png)\n\n<!-- notes: look -->\n', { 'a.png': '' })).toEqual([]);
  });
  it('finds what does not fit even on a slide of its own', () => {
    const math = `$$\n${'a \\\\\n'.repeat(20)}b\n$$`;
    expect(findings(`# A\n\n## B\n\n${math}\n`)).toEqual(['dense-slide 5:1']);
    expect(findings('# A\n\n## B\n\n> A word.\n')).toEqual([]);
  });
});

describe('what the compiler noticed', () => {
  it('is passed on: open fences, layers', () => {
    expect(findings('# A\n\n```\nls\n')).toEqual(['open-fence 3:1']);
    expect(findings('# A\n\n```layers\nimages:\n  - name: a\n    sise: 2\n```\n')).toContain(
      'layers-unknown-key 6:1',
    );
  });
  it('every code that pages give has its severity in the table', () => {
    const page =
      '---\na: [\n---\n# A\n\n```layers\nimage: a\nx: 1\n```\n\n![](b.png)\n\n```console\n$ echo “a”\n```\n\n:::note\nText\n\n<!-- open\n';
    const codes = lintPage(page).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(4);
    expect(codes.filter((code) => !severities.has(code))).toEqual([]);
  });
});

describe('weigh', () => {
  const found = lintPage('# A\n\n![](gone.png)\n\nText.\n');
  it('gives codes their usual severity', () => {
    expect(weigh(found, new Map()).map(({ code, severity }) => [code, severity])).toEqual([
      ['missing-image', 'error'],
      ['missing-alt', 'warning'],
    ]);
  });
  it('lets the user say how bad they are', () => {
    const asked = new Map([
      ['missing-image', 'off'],
      ['missing-alt', 'error'],
    ] as const);
    expect(weigh(found, asked).map(({ code, severity }) => [code, severity])).toEqual([
      ['missing-alt', 'error'],
    ]);
  });
});
