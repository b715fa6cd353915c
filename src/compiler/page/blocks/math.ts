import { noAttributes } from '../attributes.ts';
import type { Reader } from '../context.ts';
import { indentOf, isBlank } from '../lines.ts';

/** How many lines a formula may have. */
const LONGEST = 60;

/**
 * Display mathematics: `$$ … $$` (or `\[ … \]`) that begins a line and ends one. A `$$` of the shell's,
 * which never ends a line that it begins so, is left alone.
 */
export const readMath: Reader = (lines, at) => {
  const start = lines[at]!.text.trim();
  const close = start.startsWith('$$') ? '$$' : start.startsWith('\\[') ? '\\]' : null;
  if (close === null || indentOf(lines[at]!.text) > 3 || start.length > 5000) return null;
  for (let index = at; index < Math.min(lines.length, at + LONGEST); index++) {
    const text = lines[index]!.text.trim();
    if (isBlank(lines[index]) || /^(?:`{3}|~{3}|#{1,6} )/.test(text)) return null;
    if (!text.endsWith(close) || (index === at && text.length < 5)) continue;
    const tex = lines
      .slice(at, index + 1)
      .map((line) => line.text.trim())
      .join('\n')
      .slice(2, -2)
      .trim();
    if (tex === '' || tex.includes('$$')) return null;
    return {
      blocks: [{ kind: 'math', line: lines[at]!.number, attributes: noAttributes(), tex }],
      next: index + 1,
    };
  }
  return null;
};
