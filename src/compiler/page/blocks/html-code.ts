import { Parser } from 'htmlparser2';
import type { CodeBlock } from '../../model.ts';
import { noAttributes } from '../attributes.ts';
import type { Found } from '../context.ts';
import type { Line } from '../lines.ts';
import { findLine } from './tags.ts';

/** `<pre>`, with `<code class="language-…">` in it or without: code like any other. */
export function readPre(lines: Line[], at: number): Found {
  const found = findLine(lines, at, '</pre');
  const end = found < 0 ? lines.length - 1 : found;
  const { text, language } = plainCode(lines.slice(at, end + 1));
  const leading = /^\n*/.exec(text)![0].length;
  const code = text.slice(leading).trimEnd();
  const block: CodeBlock = {
    kind: 'code',
    line: lines[at]!.number,
    attributes: noAttributes(),
    language,
    info: language,
    text: code,
    textLine: (lines[at + leading] ?? lines[at]!).number,
    fenced: true,
  };
  return { blocks: code === '' ? [] : [block], next: end + 1 };
}

/** Elements that mark parts of code. What else stands in angle brackets was meant to be read: `<id>`, `<<EOF >f`. */
const MARKS =
  'pre|code|samp|kbd|var|span|a|b|strong|i|em|u|s|small|big|mark|font|ins|del|sub|sup|abbr|cite|q|tt|' +
  'br|hr|img|div|p|button|copy-button|script|style';
const READ = new RegExp(String.raw`<(?!/?(?:${MARKS})(?=[\s/>]|$)|!--)`, 'gi');

function plainCode(lines: Line[]): { text: string; language: string } {
  const source = lines.map((line) => line.text).join('\n');
  let text = '';
  let language = '';
  const parser = new Parser({
    ontext: (part) => {
      text += part;
    },
    onopentag: (name, attributes) => {
      const named = /(?:^|\s)(?:language|lang|highlight)-([\w-]+)/.exec(attributes['class'] ?? '')?.[1];
      language ||= (named ?? attributes['lang'] ?? '').toLowerCase();
      if (name === 'br') text += '\n';
    },
  });
  parser.end(source.replace(READ, '&lt;'));
  return { text, language };
}
