import { describe, expect, it } from 'vitest';
import { kinds } from '../../tests/e2e/export/kinds.ts';
import { drawLayers } from './layers.ts';
import { findLoading } from './loads.ts';

const at = 'https://x.example/a.png';

describe('what a diagram would load', () => {
  it.each([
    [`flowchart LR\n A --> B\n A@{ img: "${at}" }`, 3, 'img:'],
    [`flowchart LR\n A@{ label: "}", "img" : "/a.png" }`, 2, 'img" :'],
    [`flowchart LR\n A@{\n  label: x\n  img: ${at}\n }`, 4, 'img:'],
    ['flowchart LR\n A@{ "\\x69mg": "a.png" }', 2, 'img":'],
    ['flowchart LR\n A@{ "\\u0069mg": "a.png" }', 2, 'img":'],
    [`kanban\n t[T]\n  a[A]@{ img: '${at}' }`, 3, 'img:'],
    [`sequenceDiagram\n A->>B: x\n properties A: {"icon": "${at}"}`, 3, `properties A: {"icon": "${at}"}`],
    ['sequenceDiagram\n A->>B: x\n  details A: there', 3, 'details A: there'],
    [`sequenceDiagram\n A->>B: <img src='${at}'> $$x$$`, 2, '<img'],
    [`flowchart LR\n A --> B\n style A fill:url(${at}#x)`, 3, `url(${at}#x`],
    [`stateDiagram-v2\n A: x\n classDef b fill:url( "a.svg#a" )`, 3, 'url( "a.svg#a'],
    ['stateDiagram-v2\n classDef b mask:u\\72l(a.svg#a)', 2, 'url(a.svg#a'],
    ['stateDiagram-v2\n classDef b mask-image:image-set("a.png" 1x)', 2, 'image-set('],
    [`%%{init: {"themeCSS": "@import '${at}';"}}%%\nflowchart LR\n A`, 1, '@import'],
    [`---\nconfig:\n  c4:\n    person_bg_color: URL(${at})\n---\nC4Context\n`, 4, `URL(${at}`],
    [String.raw`%%{init: {"fontFamily": "x;mask:\u0075rl(//x.example)"}}%%`, 1, 'url(//x.example'],
    [String.raw`style A fill:\U00000075rl(a.png)`, 1, 'url(a.png'],
    [String.raw`style A fill:\x75rl(a.png)`, 1, 'url(a.png'],
    [String.raw`style A fill:\75 \0072l(a.png)`, 1, 'url(a.png'],
    [String.raw`style A fill:url(a\0000a b.png)`, 1, 'url(a'],
    ['flowchart LR\n A@{ img : "/a.png" }', 2, 'img :'],
    ['flowchart LR\n A@{ IMG: "/a.png" }', 2, 'IMG:'],
    ['sequenceDiagram\n A->>B: $$x$$ <IMAGE href=x>', 2, '<IMAGE'],
    ['sequenceDiagram\n A->>B: $$x$$ < video src=x>', 2, '< video'],
    ['flowchart LR\n style A fill:IMAGE-SET (x)', 2, 'IMAGE-SET ('],
  ])('%j: line %d', (source, line, written) => {
    expect(findLoading(source)).toEqual({ line, written });
  });

  it.each([
    ...Object.values(kinds),
    'flowchart LR\n A["curl(https://x.example)"] --> B[img: x]',
    'flowchart LR\n A@{ shape: rect, label: "x", icon: "fa:user" }',
    'flowchart LR\n A["<img src=x>"] --> B["C:\\\\img"]',
    'flowchart LR\n A\n style A fill:url(#p),stroke:url( "#q" )',
    'sequenceDiagram\n A->>B: properties and details\n link A: x @ https://x.example',
    'flowchart LR\n A["$$x^2$$"]\n click A href "https://x.example"',
    'flowchart LR\n properties A --> B',
    'A[img: x]\nflowchart LR\n A@{ shape: rect }',
    'properties A: {}\nsequenceDiagram\n A->>B: x',
    'sequenceDiagram\n A->>B: $$x$$ <imagery> <b> img',
    'flowchart LR\n A["image-sets (x)"] --> B["imports@import2"]',
    String.raw`flowchart LR A["\w72l(x)"]`,
  ])('nothing: %j', (source) => {
    expect(findLoading(source)).toBeNull();
  });

  it.each(['url(//x.example)', '@{ img: x', '@import', 'image-set(', '$$<img ', '<img $$', 'u\\72l(x'])(
    'nothing: a stack of layers that holds %j',
    (name) => {
      const layers = [{ id: 'a', made: name, size: null }];
      const stack = { title: name, images: [{ name, layers }], containers: [], live: false };
      expect(findLoading(drawLayers(stack, 'en').mermaid)).toBeNull();
    },
  );

  it('is found in linear time', () => {
    for (const part of [
      '@{',
      '@{ img',
      '$$<img ',
      'url ',
      'url( ',
      '\\72',
      'sequenceDiagram properties ',
      '<',
    ]) {
      const began = performance.now();
      findLoading(part.repeat(50_000));
      expect(performance.now() - began, part).toBeLessThan(1000);
    }
  });
});
