import fc from 'fast-check';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawLayers } from '../../../src/diagram/layers.ts';
import { anyStack } from '../../../src/diagram/stack.fixture.ts';
import { rewriteSvg } from '../../../src/diagram/svg/rewrite.ts';
import { launchBrowser } from '../../../src/export/browser.ts';
import { renderMermaid } from '../../../src/export/mermaid.ts';
import { kinds } from './kinds.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const named = { title: 'A title', description: 'What it shows' };
/** What becomes of each source, by its name; drawn under ids like those of real diagrams. */
async function render(sources: Record<string, string>, options = {}) {
  const diagrams = Object.entries(sources).map(([id, mermaid]) => ({ id: `d-${id}`, mermaid, ...named }));
  const drawn = await renderMermaid(diagrams, { browser, ...options });
  return new Map([...drawn].map(([id, result]) => [id.slice(2), result] as const));
}

describe('renderMermaid', () => {
  it('draws every kind of diagram, fit for a strict policy', async () => {
    const drawn = await render(kinds);
    for (const [kind, result] of drawn) {
      expect(result, kind).toHaveProperty('svg');
      const svg = 'svg' in result ? result.svg : '';
      expect(svg, kind).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" id="[\w-]+" viewBox="[^"]+"/);
      expect(svg, kind).not.toMatch(
        / style=| on\w+=|<(?:script|foreignObject|image|a)\b|href="(?!#)|@import|@font-face/i,
      );
      expect(svg, kind).toContain(`<desc id="d-${kind}-`);
      expect(rewriteSvg(svg, `d-${kind}`), kind).toBe(svg);
      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
      expect(new Set(ids).size, kind).toBe(ids.length);
      expect(
        ids.every((id) => id.startsWith(`d-${kind}`)),
        kind,
      ).toBe(true);
    }
  });

  it('gives the same picture for the same source', async () => {
    const one = await render({ same: kinds.flowchart });
    const other = await render({ before: kinds.pie, same: kinds.flowchart });
    expect(one.get('same')).toEqual(other.get('same'));
  });

  it('says Mermaid’s words for what is no diagram, and draws the others', async () => {
    const drawn = await render({ bad: 'flowchart LR\n A --> B\n B -->', good: kinds.pie });
    expect(drawn.get('bad')).toHaveProperty('error', expect.stringMatching(/Parse error on line \d/));
    expect(drawn.get('good')).toHaveProperty('svg');
  });

  it('refuses a source of a megabyte', async () => {
    const drawn = await render({ long: `flowchart LR\n${' A --> B\n'.repeat(120_000)}` });
    expect(drawn.get('long')).toHaveProperty('error', expect.stringContaining('50000'));
  });

  it('gives up what takes too long, and goes on', async () => {
    const edges = Array.from({ length: 450 }, (_, index) => ` A${index % 37} --> B${(index * 7) % 41}`).join(
      '\n',
    );
    const drawn = await render({ slow: `flowchart LR\n${edges}`, good: kinds.pie }, { timeout: 300 });
    expect(drawn.get('slow')).toHaveProperty('error', expect.stringContaining('0.3 s'));
  });

  it('can’t be made to run a script or to ask for anything', async () => {
    const drawn = await render({
      click: 'flowchart LR\n A --> B\n click A call alert("x")\n click B href "javascript:alert(1)"',
      html: 'flowchart LR\n A["<img src=x onerror=alert(1)>"] --> B["<script>alert(1)</script>"]',
      style: 'flowchart LR\n A --> B\n style A fill:url(http://evil.example/x)',
      theme:
        '%%{init: {"themeCSS": "*{background:url(//evil.example)}", "securityLevel": "loose"}}%%\nflowchart LR\n A',
      image: 'flowchart LR\n A@{ img: "http://evil.example/x.png", label: "x" }',
    });
    for (const [id, result] of drawn) {
      const svg = 'svg' in result ? result.svg : '';
      expect(svg, id).not.toMatch(/evil|javascript:|onerror=|<script/);
    }
  });

  it('refuses what would load something, before Mermaid reads it', async () => {
    const at = 'http://evil.example/x.png';
    const drawn = await render({
      image: `flowchart LR\n A --> B\n B@{ img: "${at}" }`,
      actor: `sequenceDiagram\n A->>B: x\n properties A: {"icon": "${at}"}`,
      label: `sequenceDiagram\n A->>B: <img src='${at}'> $$x$$`,
      style: `stateDiagram-v2\n A: x\n classDef b fill:url(${at}#a)\n class A b`,
    });
    for (const [id, result] of drawn)
      expect(result, id).toHaveProperty('error', expect.stringMatching(/line [23]: .* would load something/));
  });

  it('draws with dagre whatever asks for ELK', async () => {
    const flow = 'LR\n A --> B\n A --> C\n C --> D';
    const drawn = await render({ same: `flowchart ${flow}` });
    for (const source of [
      `flowchart-elk ${flow}`,
      `%%{init: {"layout": "elk"}}%%\nflowchart ${flow}`,
      `---\nconfig:\n  layout: elk\n  flowchart:\n    layout: elk\n    defaultRenderer: elk\n---\nflowchart ${flow}`,
      `---\ntitle: ""\n---\n%% a remark\n  flowchart-elk ${flow}`,
    ])
      expect((await render({ same: source })).get('same'), source).toEqual(drawn.get('same'));
  });

  it('draws any stack of layers', { timeout: 120_000 }, async () => {
    const stacks = fc.sample(anyStack, { numRuns: 150, seed: 7 });
    const sources = stacks.map((stack, index) => [`s${index}`, drawLayers(stack, 'es').mermaid]);
    const drawn = await render(Object.fromEntries(sources));
    const failed = [...drawn]
      .filter(([, result]) => 'error' in result)
      .map(([id, result]) => [result, sources[Number(id.slice(1))]]);
    expect(failed).toEqual([]);
  });

  it('shows a layer’s name as it is, whatever it is', async () => {
    const name = 'a"b[c]{d}(e)<f> #35; `g` **h** _i_ 1. ñ 漢 \\ %% & end; |x|';
    const stack = { title: '', images: [{ name, layers: null }], containers: [], live: false };
    const { mermaid } = drawLayers(stack, 'en');
    const result = (await render({ name: mermaid })).get('name')!;
    const page = await browser.newPage();
    await page.setContent('svg' in result ? result.svg : '');
    const text = await page.locator('.m-image text').textContent();
    await page.close();
    expect(text?.replace(/\s+/g, ' ').trim()).toBe(
      `${[...name].slice(0, 41).join('')}…layers not recorded yet`,
    );
  });
});
