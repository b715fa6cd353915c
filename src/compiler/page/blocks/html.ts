import { wordsOf } from '../../inline/inline-text.ts';
import { visitNodes } from '../../inline/nodes.ts';
import type { Attributes, Block, HtmlBlock, InlineNode } from '../../model.ts';
import { noAttributes } from '../attributes.ts';
import type { Context, Found, Reader } from '../context.ts';
import { readSanitised } from '../inline/html-nodes.ts';
import { sanitiseBlock } from '../inline/sanitise.ts';
import { indentOf, isBlank, type Line, outdent } from '../lines.ts';
import { makeHeading } from './heading.ts';
import { readPre } from './html-code.ts';
import { readHtmlTable } from './html-table.ts';
import { attributesOf, htmlOf, tagAttributes } from './html-text.ts';
import { type Closing, closingTag } from './tags.ts';

const OPENING = /^<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|$)[^<>]*>?/;
const WRAPPERS =
  /^(?:address|article|aside|blockquote|center|dialog|div|fieldset|figure|footer|form|header|hgroup|main|nav|p|section)$/;
const WHOLE = /^(?:audio|dl|object|ol|select|svg|table|ul|video)$/;
const UNSEEN = /^(?:script|style|template|head|title|svg|noscript)$/;
const OTHER =
  /^(?:br|caption|col|colgroup|dd|dt|figcaption|h[1-6]|iframe|legend|li|link|meta|option|param|source|summary|tbody|td|tfoot|th|thead|tr|track|html|body)$/;

/** HTML that makes a block: what it wraps is read as Markdown, the rest is sanitised. */
export const readHtml: Reader = (lines, at, context) => {
  const line = lines[at]!;
  if (indentOf(line.text) > 3) return null;
  const start = line.text.trimStart();
  const name = start.startsWith('<') ? OPENING.exec(start)?.[1]?.toLowerCase() : undefined;
  if (name === undefined) return readStrayTag(start, at);
  if (name === 'hr')
    return { blocks: [{ kind: 'break', line: line.number, attributes: noAttributes() }], next: at + 1 };
  if (name === 'details') return readWrapped(lines, at, name, context, makeDetails);
  if (name === 'pre') return readPre(lines, at);
  if (UNSEEN.test(name)) return readWhole(lines, at, name, () => []);
  if (/^h[1-6]$/.test(name)) return readWrapped(lines, at, name, context, makeTitle);
  if (WRAPPERS.test(name)) return readWrapped(lines, at, name, context, makeGroup);
  if (WHOLE.test(name)) return readWhole(lines, at, name, (part) => makeHtml(part, context));
  if (OTHER.test(name)) return readUntilBlank(lines, at, context);
  return null;
};

interface Wrapped {
  name: string;
  line: Line;
  attributes: Attributes;
  inside: Line[];
  context: Context;
}

/** What stands between a tag and the tag that closes it; without that one, up to a blank line. */
function readWrapped(
  lines: Line[],
  at: number,
  name: string,
  context: Context,
  make: (wrapped: Wrapped) => Block[],
): Found | null {
  const open = openingEnd(lines, at);
  if (open === null) return null;
  const close = closingTag(lines, at, name) ?? blankAfter(lines, at);
  const attributes = tagAttributes(open.tag);
  const inside = between(lines, open, close);
  const blocks = make({ name, line: lines[at]!, attributes, inside, context });
  const rest = lines[close.index]?.text.slice(close.to) ?? '';
  const more = rest.trim() === '' ? [] : context.blocks([{ ...lines[close.index]!, text: rest.trimStart() }]);
  return { blocks: [...blocks, ...more], next: close.index + 1 };
}

/** The lines between two tags, without the blanks that an author indented them all by. */
function between(lines: Line[], open: { index: number; to: number }, close: Closing): Line[] {
  if (open.index === close.index) {
    const line = lines[open.index]!;
    return [{ ...line, text: line.text.slice(open.to, close.from).trim() }];
  }
  const first = lines[open.index]!;
  const last = lines[close.index];
  const middle = lines.slice(open.index + 1, close.index);
  const tail = last === undefined ? [] : [{ ...last, text: last.text.slice(0, close.from) }];
  const body = [...middle, ...tail].filter((line, index, all) => index < all.length - 1 || !isBlank(line));
  const indents = body.filter((line) => !isBlank(line)).map((line) => indentOf(line.text));
  const indent = indents.reduce((least, each) => Math.min(least, each), 200);
  return [{ ...first, text: first.text.slice(open.to).trim() }, ...body.map((line) => outdent(line, indent))];
}

/** The opening tag, which may run over a few lines. */
function openingEnd(lines: Line[], at: number): { index: number; to: number; tag: string } | null {
  let tag = '';
  for (let index = at; index < Math.min(lines.length, at + 20); index++) {
    const text = index === at ? lines[index]!.text.trimStart() : lines[index]!.text;
    const shift = lines[index]!.text.length - text.length;
    const end = text.indexOf('>');
    if (end >= 0) return { index, to: shift + end + 1, tag: `${tag}${text.slice(0, end + 1)}` };
    tag += `${text} `;
  }
  return null;
}

function makeDetails({ line, attributes, inside, context }: Wrapped): Block[] {
  const text = inside.map((each) => each.text).join('\n');
  const match = /^\s*<summary\b[^<>]*>([\s\S]{0,5000}?)<\/summary>/i.exec(text);
  const taken = match === null ? 0 : match[0].split('\n').length - 1;
  const first = inside[taken] ?? line;
  const rest =
    match === null ? first.text : first.text.slice(first.text.toLowerCase().indexOf('</summary>') + 10);
  const { open = null, ...values } = attributes.values as Record<string, string | null>;
  const summary = context.inline([{ ...line, text: (match?.[1] ?? '').trim() }]);
  const blocks = context.blocks([{ ...first, text: rest.trim() }, ...inside.slice(taken + 1)]);
  const own = { ...attributes, values: values as Record<string, string> };
  return [{ kind: 'details', line: line.number, attributes: own, summary, open: open !== null, blocks }];
}

function makeTitle({ name, line, attributes, inside, context }: Wrapped): Block[] {
  const [heading] = [
    makeHeading(Number(name[1]), inside.length > 0 ? inside : [{ ...line, text: '' }], context),
  ];
  return [{ ...heading, line: line.number, attributes }];
}

/** A wrapper that says nothing about what it wraps leaves no trace. */
function makeGroup({ name, line, attributes, inside, context }: Wrapped): Block[] {
  const { blocks, caption } = withCaption(name, context.blocks(inside), inside, context);
  if (name === 'blockquote') return [{ kind: 'quote', line: line.number, attributes, blocks }];
  const figure = blocks.find((block) => block.kind === 'figure');
  if (figure !== undefined && caption !== null) figure.caption ??= caption;
  const { markdown: _, ...values } = attributes.values;
  const own = { ...attributes, values };
  if (own.id === null && own.classes.length === 0) return blocks;
  if (blocks.length === 0) return [];
  return [{ kind: 'group', line: line.number, attributes: own, blocks }];
}

function withCaption(name: string, blocks: Block[], inside: Line[], context: Context) {
  const text = inside.map((line) => line.text).join('\n');
  const match =
    name === 'figure' && text.length < 20_000
      ? /<figcaption\b[^<>]*>([\s\S]*?)<\/figcaption>/i.exec(text)
      : null;
  if (match === null) return { blocks, caption: null };
  const rest = blocks.filter((block) => block.kind !== 'html' || !isCaption(block.nodes[0]));
  return { blocks: rest, caption: context.inline([{ text: match[1]!.trim(), number: inside[0]!.number }]) };
}

function isCaption(node: InlineNode | undefined): boolean {
  return node?.kind === 'element' && node.tag === 'figcaption';
}

/** An element that is taken whole, blank lines and all. */
function readWhole(lines: Line[], at: number, name: string, make: (part: Line[]) => Block[]): Found {
  const close = closingTag(lines, at, name) ?? blankAfter(lines, at);
  const next = Math.min(lines.length, close.index + 1);
  const last = lines[next - 1]!;
  const part = lines.slice(at, next - 1).concat({ ...last, text: last.text.slice(0, close.to) });
  return { blocks: make(part), next };
}

function readUntilBlank(lines: Line[], at: number, context: Context): Found {
  const { index } = blankAfter(lines, at);
  return { blocks: makeHtml(lines.slice(at, index + 1), context), next: index + 1 };
}

function makeHtml(lines: Line[], context: Context): Block[] {
  const nodes = readSanitised(sanitiseBlock(htmlOf(lines)).trim());
  const text = wordsOf(nodes);
  if (text === '' && !hasPicture(nodes)) return [];
  const line = lines[0]!.number;
  const attributes = attributesOf(lines, context);
  const block: HtmlBlock = { kind: 'html', line, attributes, nodes, text };
  return [readHtmlTable(nodes, line, attributes) ?? block];
}

function hasPicture(nodes: readonly InlineNode[]): boolean {
  let found = false;
  visitNodes(nodes, (node) => {
    found ||= node.kind === 'image';
  });
  return found;
}

/** A closing tag whose opening is not here shows nothing. */
function readStrayTag(start: string, at: number): Found | null {
  return /^<\/(?:div|section|article|aside|center|details|p|figure|main)\s*>\s*$/i.test(start)
    ? { blocks: [], next: at + 1 }
    : null;
}

/** The last line before a blank one, as if a tag closed at its end. */
function blankAfter(lines: Line[], at: number): Closing {
  let index = at;
  while (index + 1 < lines.length && !isBlank(lines[index + 1])) index += 1;
  const length = lines[index]!.text.length;
  return { index, from: length, to: length };
}
