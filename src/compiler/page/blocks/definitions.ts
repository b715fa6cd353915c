import type { Block, DefinitionsBlock } from '../../model.ts';
import { because } from '../../reasons/reason.ts';
import { noAttributes } from '../attributes.ts';
import type { Context, Found } from '../context.ts';
import { indentOf, isBlank, type Line, outdent } from '../lines.ts';
import { interruptsParagraph } from './interrupt.ts';

const DEFINITION = /^( {0,3}:)([ \t]+)\S/;

function isDefinitionOf(line: Line | undefined): boolean {
  return line?.text.includes(':') === true && DEFINITION.test(line.text);
}

/** kramdown's definition list: terms, a line each, and under them what begins with a colon. */
export function readDefinitions(lines: Line[], at: number, first: number, context: Context): Found {
  const block: DefinitionsBlock = {
    kind: 'definitions',
    line: lines[at]!.number,
    attributes: noAttributes(),
    items: [],
  };
  let terms = at;
  let next = first;
  while (next >= 0) {
    const item = {
      line: lines[terms]!.number,
      terms: lines
        .slice(terms, next)
        .filter((line) => !isBlank(line))
        .map((line) => context.inline([line])),
      definitions: [] as Block[][],
    };
    while (next < lines.length && isDefinitionOf(lines[next])) {
      const end = definitionEnd(lines, next);
      item.definitions.push(context.blocks(definitionLines(lines.slice(next, end))));
      next = end;
      while (isBlank(lines[next]) && next < lines.length && isDefinitionOf(lines[next + 1])) next += 1;
    }
    block.items.push(item);
    terms = next;
    while (terms < lines.length && isBlank(lines[terms])) terms += 1;
    const more = nextDefinition(lines, terms);
    if (more < 0) break;
    next = more;
  }
  return { blocks: [block], next, reasons: [because('definitions')] };
}

/** The index of the colon under the terms that begin at `at`, or -1 when these lines are no terms. */
export function nextDefinition(lines: Line[], at: number): number {
  let index = at;
  while (index < lines.length && index < at + 10 && !isBlank(lines[index]) && !isDefinitionOf(lines[index])) {
    if (interruptsParagraph(lines, index, false) || indentOf(lines[index]!.text) > 3) return -1;
    index += 1;
  }
  if (index === at) return -1;
  if (isBlank(lines[index])) index += 1;
  return isDefinitionOf(lines[index]) ? index : -1;
}

function definitionEnd(lines: Line[], at: number): number {
  let end = at + 1;
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index]!;
    if (isBlank(line)) continue;
    if (isDefinitionOf(line)) break;
    const lazy = index === end && !interruptsParagraph(lines, index, false);
    if (indentOf(line.text) < 2 && !lazy) break;
    end = index + 1;
  }
  return end;
}

function definitionLines(lines: Line[]): Line[] {
  const [first, ...rest] = lines;
  const [, mark, blanks] = DEFINITION.exec(first!.text)!;
  const offset = Math.min(4, mark!.length + blanks!.length);
  return [
    { ...first!, text: first!.text.slice(mark!.length).trimStart() },
    ...rest.map((line) => outdent(line, offset)),
  ];
}
