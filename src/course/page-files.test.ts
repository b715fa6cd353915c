import { expect, it } from 'vitest';
import { findPageFiles } from './page-files.ts';

const find = (html: string, recordings: Record<string, { href: string }> = {}) => [
  ...findPageFiles({ slug: 'redes', html: [html], recordings: recordings as never }),
];

it('finds what a page shows, stands before or links to, and the recordings of its steps', () => {
  const html = `<section class="slide" data-background-image="../_files/img/b%20c.png"><p>
    <img src="own.png" alt="a" width="1"><a class="x" href="big%27s.pdf">x</a>
    <img alt="&lt;img src=&quot;no.png&quot;" src="sub/caf%C3%A9.svg#part"></p></section>`;
  expect(find(html, { x: { href: 'recordings/x.cast' } }).sort()).toEqual(
    [
      '_files/img/b c.png',
      "redes/big's.pdf",
      'redes/own.png',
      'redes/recordings/x.cast',
      'redes/sub/café.svg',
    ].sort(),
  );
});

it('finds nothing of other machines, other lessons, the runtime or outside', () => {
  const html = `<a href="https://x.example/a.png"></a><a href="mailto:a@x.example"></a><img src="data:image/png,x">
    <a href="../docker/"></a><script src="../_capas/deck.js"></script><img src="/etc/a.png"><img src="../../a.png">
    <a href="#part"></a><a href="../_files/../../a.png"></a><p>src="b.png"</p>`;
  expect(find(html)).toEqual([]);
});
