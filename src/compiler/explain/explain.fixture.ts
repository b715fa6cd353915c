import { explainPage as explain } from '../compile.ts';
import type { Explained } from './explained.ts';

/** What the page's lines were taken for, a row each, what stands within indented: `from-to kind code about; …`. */
export function explainPage(text: string): string[] {
  const surroundings = { picture: () => null, read: () => null, exists: () => true };
  return explain({ path: 'page.md', text }, surroundings).flatMap((row) => draw(row, ''));
}

function draw({ from, to, kind, why, inside }: Explained, indent: string): string[] {
  const reasons = why.map(({ code, about }) => [code, ...about].join(' ')).join('; ');
  return [`${indent}${from}-${to} ${kind} ${reasons}`, ...inside.flatMap((row) => draw(row, `${indent}  `))];
}
