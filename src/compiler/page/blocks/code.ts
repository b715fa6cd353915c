import type { Block, CodeBlock } from '../../model.ts';
import { because } from '../../reasons/reason.ts';
import { noAttributes, parseAttributes } from '../attributes.ts';
import { type Context, type Reader, warn } from '../context.ts';
import { dedent, indentOf, isBlank, type Line, outdent } from '../lines.ts';
import { type Fence, findFenceEnd, openingFence } from './fence.ts';

/** A fenced block, of any length and either character, closed where its author must have meant it. */
export const readFence: Reader = (lines, at, context) => {
  const fence = openingFence(lines[at]!);
  if (fence === null) return null;
  const end = findFenceEnd(lines, at, fence, context.remark);
  if (end.broken) {
    warn(
      context,
      lines[at]!.number,
      'open-fence',
      'This code block is never closed.',
      `Close it with ${fence.mark}.`,
    );
  }
  const inside = lines.slice(at + 1, end.close).map((line) => outdent(line, fence.indent));
  const why = because(end.broken ? 'open-fence' : 'fence', fence.mark);
  return { blocks: [makeCode(lines[at]!, inside, fence)], next: end.next, reasons: [why] };
};

/** Code that is indented by four columns or more; a fence that was indented along with it is a fence still. */
export const readIndented: Reader = (lines, at, context) => {
  if (indentOf(lines[at]!.text) < 4) return null;
  let next = at;
  while (next < lines.length && (isBlank(lines[next]) || indentOf(lines[next]!.text) >= 4)) next += 1;
  while (isBlank(lines[next - 1])) next -= 1;
  const fenced = readIndentedFence(lines.slice(at, next), context);
  if (fenced !== null) return { blocks: fenced, next };
  const { text, first } = dedent(lines.slice(at, next));
  const block: CodeBlock = {
    kind: 'code',
    line: first,
    attributes: noAttributes(),
    language: '',
    info: '',
    text,
    textLine: first,
    fenced: false,
  };
  return { blocks: [block], next };
};

/** What is indented as a whole, and is a closed fence from its first line to its last. */
function readIndentedFence(lines: Line[], context: Context): Block[] | null {
  const inside = lines.map((line) => outdent(line, indentOf(lines[0]!.text)));
  const fence = openingFence(inside[0]!);
  if (fence === null || inside.length < 2) return null;
  const end = findFenceEnd(inside, 0, fence, false);
  return end.broken || end.next < inside.length ? null : context.blocks(inside);
}

function makeCode(opening: Line, inside: Line[], fence: Fence): CodeBlock {
  const { text, first } = dedent(inside);
  const { language, attributes } = readInfo(fence.info);
  const textLine = text === '' ? opening.number + 1 : first;
  return {
    kind: 'code',
    line: opening.number,
    attributes,
    language,
    info: fence.info,
    text,
    textLine,
    fenced: true,
  };
}

/** The language of an info string, and what else it says: `bash hl_lines="3"`, `{.bash .no-run}`, `.term1`, `js{1,3}`. */
function readInfo(info: string): Pick<CodeBlock, 'language' | 'attributes'> {
  const rest = info.replace(/^\{?:?\s*/, '').replace(/\}\s*$/, '');
  const word = /^[^\s{}"'=,:]*/.exec(rest)![0];
  const named = word !== '' && !word.startsWith('.') && !word.startsWith('#') && !/^[\w-]+=/.test(rest);
  const more = named ? rest.slice(word.length) : rest;
  const attributes = more.trim() === '' ? noAttributes() : parseAttributes(more.replace(/[{},]/g, ' '));
  const first = info.startsWith('{') && !named ? attributes.classes[0] : undefined;
  const language = named ? word : (first ?? '');
  return { language: language.replace(/^language-/, '').toLowerCase(), attributes };
}
