import { describe, expect, it } from 'vitest';
import { rewriteDeclarations, rewriteStyleSheet } from './style-sheet.ts';

const occurring = {
  elements: new Set(['svg', 'g', 'rect', 'text', 'style']),
  classes: new Set(['node', 'a']),
  ids: new Set(['p', 'p-x']),
  attributes: new Set(['data-look=neo', 'class=node a']),
};
const rewrite = (css: string) => rewriteStyleSheet(css, '#p', occurring);
const red = '{fill:red}';

describe('a rule of a picture', () => {
  it.each([
    ['rect', '#p rect'],
    ['#p rect', '#p rect'],
    ['#p', '#p'],
    ['#p > g', '#p > g'],
    ['> g', '#p > g'],
    ['#p>g', '#p>g'],
    ['*', '#p *'],
    ['g ~ *', '#p g ~ *'],
    ['svg + g', '#p svg + g'],
    ['g.node#p-x[data-look="neo"]', '#p g.node#p-x[data-look="neo"]'],
    ['[class*="node"] text', '#p [class*="node"] text'],
    ['rect, ~ *, text', '#p rect,#p text'],
  ])('%s reaches below the picture: %s', (written, reached) => {
    expect(rewrite(written + red)).toBe(reached + red);
  });

  it.each([
    ...['~ *', '+ *', '~*', '+rect', '#p ~ *', '#p + rect', '#p\n~ *', '#p  ~ g rect', ' ~ svg *'],
    ...['> ~ *', '> + *', '~ ~ *', 'g > > rect', 'g ~', 'g +', '>'],
    ...[
      ':root',
      ':host',
      ':root ~ *',
      '*:not(#p)',
      ':is(body)',
      ':has(*)',
      'g:hover',
      '::backdrop',
      'g::after',
    ],
    ...[
      'body',
      'html',
      'html body',
      '.slide',
      '#other',
      '#p2',
      '#p-y',
      '[onclick]',
      '[data-look]',
      '[x="y"]',
    ],
    ...[
      '& ~ *',
      '&',
      '|*',
      '*|*',
      'g || rect',
      'rect/**/~ *',
      '/* */ ~ *',
      '\\7e *',
      'g\\~*',
      '@scope',
      '%',
      'g!',
    ],
    ...[
      '#p ~ style',
      '#p:is(*) ~ *',
      '#p~*',
      '#p+*',
      '#p[data-look="neo"] ~ *',
      '#p.a ~ *',
      '#p.a',
      '#p#p ~ *',
    ],
  ])('%j reaches nothing', (written) => {
    expect(rewrite(written + red)).toBe('');
  });

  it.each([
    '@import "https://x.example/a.css";',
    '@import url(//x.example/a.css);',
    '@font-face { font-family: x; src: url(//x.example/f) }',
    '@media all { * { fill: red } }',
    '@keyframes k { from { fill: red } }',
    '@namespace x url(//x.example);',
    '@layer a { @media all { rect { fill: red } } }',
    '@scope (body) { rect { fill: red } }',
    '@property --x { syntax: "*" }',
  ])('goes when it is an at-rule: %s', (rule) => {
    expect(rewrite(`${rule} rect${red}`)).toBe(`#p rect${red}`);
  });

  it.each([
    ['', ''],
    ['rect', ''],
    ['rect{fill:red', ''],
    ['{fill:red}', ''],
    ['rect{}', ''],
    ['rect{top:0}', ''],
    ['rect{fill:red}text{fill:blue;}', '#p rect{fill:red}#p text{fill:blue}'],
    ['rect,,text{fill:red}', '#p rect,#p text{fill:red}'],
    ['@import "x";rect{fill:red}', '#p rect{fill:red}'],
    ['@media all{rect{fill:red', ''],
    ['@media all{rect{fill:red}}text{fill:red}', '#p text{fill:red}'],
    ['rect{fill:#14202e}', '#p rect{fill:var(--ink, #14202e)}'],
    ['[data-look*="ne"]{fill:red}', '#p [data-look*="ne"]{fill:red}'],
    ['[data-look^="ne"]{fill:red}', '#p [data-look^="ne"]{fill:red}'],
    ['[data-look*="old"]{fill:red}', ''],
    ['[data*="neo"]{fill:red}', ''],
    ['[class="node"]{fill:red}', ''],
    ['#p rect{filter:none}', '#p rect{filter:none}'],
    ['#p{filter:none;fill:red}', ''],
    ['#p{stop-opacity:1}', '#p{stop-opacity:1}'],
  ])('%j is read as %j', (css, written) => {
    expect(rewrite(css)).toBe(written);
  });

  it('about the whole picture paints nothing around it', () => {
    expect(rewrite('#p{filter:drop-shadow(400px 0 red)}')).toBe('');
    expect(rewrite('#p{fill:red;filter:blur(9px)}')).toBe('');
    expect(rewrite('#p, rect{filter:blur(1px)}')).toBe('#p rect{filter:blur(1px)}');
  });

  it.each(['rect{& ~ *{fill:red}}', 'rect{fill:red;& + *{fill:red}}', 'rect{@import "x";fill:red}'])(
    'holds no other rule: %s',
    (css) => {
      expect(rewrite(css)).not.toMatch(/[&@]|\{[^}]*\{|[~+]/);
    },
  );
});

describe('a declaration', () => {
  it.each([
    ...['fill:url(https://x.example/a.svg#b)', 'mask:url("//x.example/a.svg#b")', 'filter:URL(a.svg#b)'],
    ...['filter:u\\72l(a.svg#b)', 'mask:u&rl(/&/x.example/a.svg#b)', 'mask:u\0rl(a.svg)', 'fill:u/**/rl(a)'],
    ...['mask:image-set("a.png" 1x)', 'mask:src("a.svg")', 'fill:red}*{fill:red', 'fill:</style><script>'],
    ...['background:red', 'background-image:none', 'position:fixed', 'content:"x"', 'cursor:none', 'top:0'],
    ...[
      'width:100vw',
      'z-index:9',
      'overflow:visible',
      'transform:scale(9)',
      'animation:a',
      '--x:1',
      'all:unset',
    ],
    ...['outline:9px solid red', 'box-shadow:0 0 9px', 'pointer-events:all', 'inset:0', 'margin:-9px'],
    ...['font-family:"x', "font-family:x'", 'font-family:"a\nb"', 'fill:rgb(1,2', 'fill:red)', 'fill:)('],
    ...['font-family:expression(1)', 'fill:javascript:x', 'fill:data:x', ':red', 'fill:', 'fill'],
  ])('does not pass: %j', (declaration) => {
    expect(rewriteDeclarations(declaration)).toBe('');
  });

  it.each([
    ['fill:url(#p-x)', 'fill:url(#p-x)'],
    ['marker-end: url("#p-x")', 'marker-end:url("#p-x")'],
    ['FILL: red !important; position: fixed', 'fill:red !important'],
    ['font-family:"trebuchet ms",\'b\',sans-serif', 'font-family:"trebuchet ms",\'b\',sans-serif'],
    ['stroke-dasharray:3 3;stroke:rgb(1,2,3)', 'stroke-dasharray:3 3;stroke:rgb(1,2,3)'],
  ])('passes: %s', (declaration, written) => {
    expect(rewriteDeclarations(declaration)).toBe(written);
  });
});
