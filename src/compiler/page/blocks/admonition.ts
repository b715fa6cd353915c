import { plainInline } from '../../inline/nodes.ts';
import type { Block, Inline, InlineNode } from '../../model.ts';
import { noAttributes } from '../attributes.ts';
import type { Reader } from '../context.ts';
import { indentOf, isBlank, type Line, outdent } from '../lines.ts';
import { flavourOf, makeCallout } from './flavours.ts';

const ADMONITION =
  /^ {0,3}(!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]*)((?:[ \t]+[a-z][\w-]*)*(?=[ \t]+"))?[ \t]*(.*)$/;
const TAB = /^ {0,3}===[!+]?[ \t]+"([^"]*)"[ \t]*$/;

/** MkDocs' asides: `!!! tip "Title"`, `??? note` (folded), `???+ note` (unfolded), and its tabs `=== "Title"`. */
export const readAdmonition: Reader = (lines, at, context) => {
  const line = lines[at]!;
  if (line.text.length > 1000) return null;
  const tab = TAB.exec(line.text);
  const [, mark, type, , rest] = ADMONITION.exec(line.text) ?? [];
  if (tab === null && mark === undefined) return null;
  const next = bodyEnd(lines, at);
  const indent = Math.min(
    4,
    indentOf(lines.slice(at + 1, next).find((each) => !isBlank(each))?.text ?? '    '),
  );
  const blocks = context.blocks(lines.slice(at + 1, next).map((each) => outdent(each, indent)));
  const title = (tab?.[1] ?? rest ?? '').trim();
  const inline = context.inline([{ ...line, text: title.replace(/^(["'])(.*)\1$/, '$2') }]);
  const block = tab === null ? makeAside(mark!, type!, line, inline, blocks) : makeTab(line, inline, blocks);
  return { blocks: [block], next };
};

function makeAside(mark: string, type: string, line: Line, title: Inline, blocks: Block[]): Block {
  const attributes = { ...noAttributes(), classes: [type.toLowerCase()] };
  if (mark === '!!!') {
    return { ...makeCallout(flavourOf(type) ?? 'note', line.number, blocks, title), attributes };
  }
  const summary = title.nodes.length === 0 ? plainInline(type) : title;
  return { kind: 'details', line: line.number, attributes, summary, open: mark.endsWith('+'), blocks };
}

function makeTab(line: Line, title: Inline, blocks: Block[]): Block {
  const strong: InlineNode = { kind: 'element', tag: 'strong', nodes: title.nodes };
  const inline = { nodes: [strong], text: title.text };
  const name: Block = { kind: 'paragraph', line: line.number, attributes: noAttributes(), inline };
  return {
    kind: 'group',
    line: line.number,
    attributes: { ...noAttributes(), classes: ['tab'] },
    blocks: [name, ...blocks],
  };
}

function bodyEnd(lines: Line[], at: number): number {
  let end = at + 1;
  const indent = indentOf(lines[at]!.text) + 2;
  for (let index = at + 1; index < lines.length; index++) {
    if (isBlank(lines[index])) continue;
    if (indentOf(lines[index]!.text) < indent) break;
    end = index + 1;
  }
  return end;
}
