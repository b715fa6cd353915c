import type { Line } from '../../lines.ts';

/** What the page's own tags have named so far. */
export type Variables = Map<string, Line[]>;

/**
 * What `{{ … }}` shows: a literal, a variable of the page's own, an address of the site's. `null` when it means
 * nothing here (another tool's template, a value that only the site knows): it stays as written.
 */
export function evaluate(
  inside: string,
  variables: Variables,
  frontMatter: Record<string, unknown>,
  number: number,
): Line[] | null {
  const [expression = '', ...filters] = inside.split('|').map((part) => part.trim());
  const literal = /^"([^"]*)"$|^'([^']*)'$/.exec(inside.trim()) ?? /^"([^"]*)"$|^'([^']*)'$/.exec(expression);
  if (literal !== null) return [{ text: literal[1] ?? literal[2] ?? '', number }];
  const own = variables.get(expression);
  if (own !== undefined) return own;
  if (/^site\.(?:baseurl|url)$/.test(expression)) return [{ text: '', number }];
  const key = /^page\.([\w-]+)$/.exec(expression)?.[1];
  const value = key === undefined ? undefined : frontMatter[key];
  if (typeof value === 'string' || typeof value === 'number') return [{ text: String(value), number }];
  const fallback = filters.map((filter) => /^default:\s*(?:"([^"]*)"|'([^']*)')/.exec(filter)).find(Boolean);
  return fallback ? [{ text: fallback[1] ?? fallback[2] ?? '', number }] : null;
}
