import type { Block } from '../../model.ts';
import { because } from '../../reasons/reason.ts';
import { noAttributes } from '../attributes.ts';
import type { Context, Found, Reader } from '../context.ts';
import { isBlank, type Line } from '../lines.ts';
import { isDefinition } from '../stages/references.ts';
import { nextDefinition, readDefinitions } from './definitions.ts';
import { makeFigures } from './figure.ts';
import { makeHeading, underline } from './heading.ts';
import { interruptsParagraph } from './interrupt.ts';
import { startsTable } from './table.ts';

/** Text up to a blank line or the next block; underlined with `===` or `---` it is a heading. */
export function readParagraph(lines: Line[], at: number, context: Context): Found {
  const colon = nextDefinition(lines, at);
  if (colon >= 0) return readDefinitions(lines, at, colon, context);
  let next = at + 1;
  let depth = 0;
  for (; next < lines.length && !isBlank(lines[next]); next++) {
    depth = underline(lines[next]);
    if (depth > 0 || interruptsParagraph(lines, next, context.remark) || startsTable(lines, next)) break;
  }
  const text = lines.slice(at, next);
  if (depth > 0) {
    const reasons = [because('underlined', depth === 1 ? '===' : '---')];
    return { blocks: [makeHeading(depth, text, context)], next: next + 1, reasons };
  }
  const blocks = splitPictures(text).flatMap((part) => makeParagraph(part, context));
  const reasons = blocks.map(({ kind }) => because(kind === 'figure' ? 'picture' : 'paragraph'));
  return { blocks, next, reasons: reasons.length > 0 ? reasons : [because('paragraph')] };
}

/** Definitions of links and abbreviations, collected before, leave nothing where they stand. */
export const readDefinition: Reader = (lines, at) =>
  isDefinition(lines[at]!) ? { blocks: [], next: at + 1 } : null;

function makeParagraph(lines: Line[], context: Context): Block[] {
  const line = lines[0]!.number;
  const inline = context.inline(lines);
  const figures = makeFigures(inline.nodes, line, context);
  if (figures !== null) return figures;
  return inline.nodes.length === 0 ? [] : [{ kind: 'paragraph', line, attributes: noAttributes(), inline }];
}

const PICTURE =
  /^\s*(?:!\[[^\]]*\](?:\([^()]*(?:\([^()]*\))?[^()]*\)|\[[^\]]*\])|\[!\[[^\]]*\]\([^()]*\)\]\([^()]*\)|<img\b[^>]*>)\s*(?:\{[^{}]*\}\s*)?(?:\\|<br\s*\/?>)?\s*$/;

/** A picture that has a line of its own within a paragraph stands apart from the text around it. */
function splitPictures(lines: Line[]): Line[][] {
  const parts: Line[][] = [];
  let wasPicture = true;
  for (const line of lines) {
    const isPicture = line.text.length < 5000 && PICTURE.test(line.text);
    if (isPicture) parts.push([{ ...line, text: line.text.replace(/\\\s*$/, '') }]);
    else if (wasPicture) parts.push([line]);
    else parts.at(-1)!.push(line);
    wasPicture = isPicture;
  }
  return parts;
}
