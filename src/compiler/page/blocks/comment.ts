import { because } from '../../reasons/reason.ts';
import { noAttributes } from '../attributes.ts';
import { type Reader, warn } from '../context.ts';
import { indentOf } from '../lines.ts';
import { findLine } from './tags.ts';

const NOTES = /^\s*(?:notes?|notas?|speaker notes?)\s*:/i;

/** An HTML comment: nothing to see, unless it begins with `notes:` (or `notas:`), which the speaker sees. */
export const readComment: Reader = (lines, at, context) => {
  const line = lines[at]!;
  const start = line.text.trimStart();
  if (!start.startsWith('<!--') || indentOf(line.text) > 3) return null;
  const inside = start.slice(4).replace(/^-?>/, '-->');
  const end = inside.includes('-->') ? at : findLine(lines, at + 1, '-->');
  if (end < 0) {
    warn(context, line.number, 'open-comment', 'This comment is never closed.', 'Close it with -->.');
    return { blocks: inside.trim() === '' ? [] : context.blocks([{ ...line, text: inside }]), next: at + 1 };
  }
  const body = [{ ...line, text: inside }, ...lines.slice(at + 1, end + 1)];
  const last = body.at(-1)!;
  const close = last.text.indexOf('-->');
  const rest = last.text.slice(close + 3).replace(/^\s+/, '');
  body[body.length - 1] = { ...last, text: last.text.slice(0, close) };
  const more = rest === '' ? [] : context.blocks([{ ...last, text: rest }]);
  const name = NOTES.exec(body[0]!.text);
  if (name === null) return { blocks: more, next: end + 1 };
  body[0] = { ...body[0]!, text: body[0]!.text.slice(name[0].length).trimStart() };
  const notes = { kind: 'notes' as const, line: line.number, attributes: noAttributes(), hidden: true };
  return {
    blocks: [{ ...notes, blocks: context.blocks(body) }, ...more],
    next: end + 1,
    reasons: [because('speaker-comment')],
  };
};
