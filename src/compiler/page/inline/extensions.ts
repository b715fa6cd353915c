import type { Token, TokenizerExtension, Tokens } from 'marked';
import { parseAttributes } from '../attributes.ts';
import type { References } from '../stages/references.ts';

/** What else than Markdown means something within a line of a page. */
export interface Flavour {
  /** remark's `.class[ … ]`. */
  remark: boolean;
  /** Formulas between single dollars, which are the shell's on other pages. */
  formulas: boolean;
}

/** What kramdown, remark and others write within a line beyond CommonMark. */
export function dialect(
  references: References,
  { remark, formulas }: Flavour,
): { extensions: TokenizerExtension[] } {
  const extensions = [attributeList(), footnoteMark(references)];
  extensions.push(formula(formulas));
  if (remark) extensions.push(classSpan());
  return { extensions };
}

const ATTRIBUTABLE = new Set([
  'link',
  'image',
  'em',
  'strong',
  'codespan',
  'del',
  'html',
  'attributed',
  'classSpan',
]);
const LIST = /^\{:?([^{}\n]{0,500})\}/;
const LOOKS_LIKE_ATTRIBUTES = /^\s*(?:[#.][\w-]|[\w-]+=)/;

/** `*text*{: .class}`, and `{ .class }` as Python's attr_list writes it, right after a span. */
function attributeList(): TokenizerExtension {
  return {
    name: 'attributed',
    level: 'inline',
    start: (source) => indexOf(source, '{'),
    tokenizer(source, tokens) {
      const match = LIST.exec(source);
      const last = (tokens as Token[]).at(-1);
      if (match === null || last === undefined || !ATTRIBUTABLE.has(last.type)) return undefined;
      if (!match[0].startsWith('{:') && !LOOKS_LIKE_ATTRIBUTES.test(match[1]!)) return undefined;
      (tokens as Token[]).pop();
      if (last.type === 'image') describe(last as Tokens.Image, match[1]!);
      const { id, classes } = parseAttributes(match[1]!);
      return { type: 'attributed', raw: match[0], tokens: [last], id: id ?? '', classes: classes.join(' ') };
    },
  };
}

/** A picture's alternative text and title may stand in its attribute list, as Pandoc writes them. */
function describe(image: Tokens.Image, inside: string): void {
  const { alt, title } = parseAttributes(inside).values;
  if (alt) image.tokens = [{ type: 'text', raw: alt, text: alt } as Tokens.Text];
  if (title) image.title = title;
}

/** `[^label]` where the page defines that footnote. */
function footnoteMark(references: References): TokenizerExtension {
  return {
    name: 'footnoteMark',
    level: 'inline',
    start: (source) => indexOf(source, '[^'),
    tokenizer(source) {
      const match = /^\[\^([^\]\s]{1,200})\]/.exec(source);
      const number = match === null ? undefined : references.footnotes.get(match[1]!);
      return number === undefined
        ? undefined
        : { type: 'footnoteMark', raw: match![0], label: match![1]!, number };
    },
  };
}

const FORMULA = /^(?:\$\$(?!\s)([^$\n]{1,500}?)\$\$|\\\\\((.{1,500}?)\\\\\)|\$`([^`\n]{1,500})`\$)/;
const DOLLARS = /^\$(?![\s$\d])([^$\n]{1,300}?)(?<![\s\\])\$(?!\d)/;

/** TeX within a line: `$$ … $$` (kramdown), `\\( … \\)`, GitHub's dollars with backticks; `$ … $` on a page that says so. */
function formula(dollars: boolean): TokenizerExtension {
  return {
    name: 'formula',
    level: 'inline',
    start(source) {
      const at = source.search(/\$[$`]|\\\\\(/);
      const single = dollars ? source.indexOf('$') : -1;
      const first = Math.min(at < 0 ? source.length : at, single < 0 ? source.length : single);
      return first === source.length ? undefined : first;
    },
    tokenizer(source) {
      const match = FORMULA.exec(source) ?? (dollars ? DOLLARS.exec(source) : null);
      if (match === null) return undefined;
      return { type: 'formula', raw: match[0], tex: (match[1] ?? match[2] ?? match[3] ?? '').trim() };
    },
  };
}

/** remark's `.class[ text ]` within a line. */
function classSpan(): TokenizerExtension {
  return {
    name: 'classSpan',
    level: 'inline',
    start(source) {
      const at = source.search(/\.[A-Za-z][\w.-]*\[/);
      return at < 0 ? undefined : at;
    },
    tokenizer(source) {
      const open = /^((?:\.[A-Za-z][\w-]*)+)\[/.exec(source);
      const end = open === null ? -1 : closingBracket(source, open[0].length);
      if (open === null || end < 0) return undefined;
      const inner = source.slice(open[0].length, end);
      return {
        type: 'classSpan',
        raw: source.slice(0, end + 1),
        classes: open[1]!.split('.').filter(Boolean).join(' '),
        tokens: this.lexer.inlineTokens(inner),
      } as Tokens.Generic;
    },
  };
}

/** Where the bracket that is open at `from` closes, or -1. */
function closingBracket(source: string, from: number): number {
  let open = 1;
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '[') open += 1;
    else if (source[at] === ']' && --open === 0) return at;
  }
  return -1;
}

function indexOf(source: string, what: string): number | undefined {
  const at = source.indexOf(what);
  return at < 0 ? undefined : at;
}
