import { expect, test } from 'vitest';
import { rewriteSvg } from './rewrite.ts';

test('elements nested without end are left out at some depth, and the picture stays', () => {
  const deep = `<svg id="a">${'<g fill="red">'.repeat(16_000)}<path d="M0 0"/>`;
  expect(rewriteSvg(deep, 'p')).toMatch(/^<svg [^<>]*>/);
});

test('what a drawing nests stays', () => {
  const drawn = `<svg id="a">${'<g fill="red">'.repeat(100)}<path d="M0 0"/>${'</g>'.repeat(100)}</svg>`;
  expect(rewriteSvg(drawn, 'p')).toContain('<path d="M0 0"/>');
});
