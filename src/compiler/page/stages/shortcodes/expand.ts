import type { Diagnostic } from '../../../model.ts';
import { FenceTracker } from '../../blocks/fence.ts';
import { indentOf, isBlank, type Line } from '../../lines.ts';
import { CodeTracker } from '../code-tracker.ts';
import { isValue, type Meaning, meaningOf, siteValue } from './meaning.ts';
import { type Shortcode, type ShortcodePart, splitShortcodes } from './tag.ts';

interface ShortcodeContext {
  lang: 'es' | 'en';
  diagnostics: Diagnostic[];
}

/** Lines over which one shortcode may be written. */
const LONGEST = 12;
/** A fence that no code of a page closes by chance. */
const CODE = '~~~~~~';

/**
 * Puts Markdown in the place of Hugo's shortcodes (https://gohugo.io/content-management/shortcodes/): asides,
 * tabs, listings, pictures, headings that pages share. Unknown ones are taken off what they wrap. In code only
 * the site's values are Hugo's.
 */
export function expandShortcodes(lines: Line[], context: ShortcodeContext): Line[] {
  if (!lines.some(({ text }) => text.includes('{{<') || text.includes('{{%'))) return lines;
  return new Expander(lines, context).run();
}

class Expander {
  private readonly out: Line[] = [];
  private readonly fences = new FenceTracker();
  private readonly code = new CodeTracker();
  /** Whether the line that is read is code. */
  private inCode = false;
  private readonly closers = new Map<string, number>();
  private readonly asides: { name: string; indent: number }[] = [];
  /** The shortcode whose code is being read. */
  private listing: string | null = null;
  private readonly lines: Line[];
  private readonly context: ShortcodeContext;

  constructor(lines: Line[], context: ShortcodeContext) {
    this.lines = lines;
    this.context = context;
    for (const [at, { text }] of lines.entries()) {
      if (!text.includes('{{')) continue;
      for (const part of splitShortcodes(text))
        if (typeof part !== 'string' && part.closes) this.closers.set(part.name, at);
    }
  }

  run(): Line[] {
    for (let at = 0; at < this.lines.length; ) at += this.read(at);
    if (this.listing !== null) this.add(CODE, this.lines.at(-1)!.number);
    while (this.asides.length > 0) this.leave(this.asides.length - 1, this.lines.at(-1)!.number);
    return this.out;
  }

  /** Reads the line, or the lines that one shortcode runs over; returns how many. */
  private read(at: number): number {
    const line = this.lines[at]!;
    this.inCode = this.code.see(line);
    if (this.fences.open) {
      this.readCode(line);
      return 1;
    }
    const { text, count } = this.joined(at);
    const parts = splitShortcodes(text);
    if (parts.length === 1 && typeof parts[0] === 'string') this.add(parts[0], line.number);
    else this.place(parts, line.number, at);
    return count;
  }

  private joined(at: number): { text: string; count: number } {
    const { text } = this.lines[at]!;
    const open = Math.max(text.lastIndexOf('{{<'), text.lastIndexOf('{{%'));
    if (open < 0 || text.includes('}}', open)) return { text, count: 1 };
    for (let count = 2; count <= LONGEST && !isBlank(this.lines[at + count - 1]); count++) {
      if (!this.lines[at + count - 1]!.text.includes('}}')) continue;
      return {
        text: this.lines
          .slice(at, at + count)
          .map((line) => line.text)
          .join(' '),
        count,
      };
    }
    return { text, count: 1 };
  }

  private readCode(line: Line): void {
    if (!line.text.includes('{{')) return this.add(line.text, line.number);
    const parts = splitShortcodes(line.text);
    const end = parts.findIndex(
      (part) => typeof part !== 'string' && part.closes && part.name === this.listing,
    );
    const code = (end < 0 ? parts : parts.slice(0, end)).map(asCode).join('');
    if (end < 0) return this.add(code, line.number);
    if (code.trim() !== '') this.add(code, line.number);
    this.add(CODE, line.number);
    this.listing = null;
    if (parts.length > end + 1) this.place(parts.slice(end + 1), line.number, -1);
  }

  private place(parts: ShortcodePart[], number: number, at: number): void {
    const indent = typeof parts[0] === 'string' ? /^\s*/.exec(parts[0])![0] : '';
    let text = '';
    for (const [index, part] of parts.entries()) {
      if (typeof part === 'string') {
        text += part;
        continue;
      }
      const meaning = this.meaning(part, at);
      if (meaning.kind === 'nothing' && !part.closes && this.inCode && isShown(parts)) {
        text += part.text;
        continue;
      }
      if (meaning.kind === 'text') {
        text += meaning.text;
        continue;
      }
      if (meaning.kind === 'nothing' && !this.asides.some(({ name }) => part.closes && name === part.name))
        continue;
      if (text.trim() !== '') this.add(text, number);
      text = indent;
      if (part.closes) this.close(part.name, number);
      else this.open(part, meaning, indent, number);
      if (this.listing === null) continue;
      const rest = this.written(parts.slice(index + 1));
      if (rest.trim() !== '') this.readCode({ text: rest, number });
      return;
    }
    this.add(text.trim() === '' ? '' : text, number);
  }

  /** Code that begins right behind its shortcode, as it was written. */
  private written(parts: ShortcodePart[]): string {
    return parts.map(asCode).join('');
  }

  private meaning(part: Shortcode, at: number): Meaning {
    if (part.closes) return { kind: 'nothing' };
    const meaning = meaningOf(part, this.context.lang);
    const wraps = meaning.kind === 'aside' || meaning.kind === 'code';
    const closed = !part.alone && (this.closers.get(part.name) ?? -1) >= Math.max(at, 0);
    if (!wraps || closed) return meaning;
    return meaning.kind === 'code'
      ? { kind: 'line', text: meaning.title }
      : { kind: 'text', text: part.words.join(' ') };
  }

  private open(part: Shortcode, meaning: Meaning, indent: string, number: number): void {
    if (meaning.kind === 'file') this.warnMissing(meaning.name, number);
    if (meaning.kind === 'line') this.addApart(indent + meaning.text, number);
    if (meaning.kind === 'aside') {
      this.addApart(`${indent}::: ${meaning.mark.trim()}`, number);
      this.asides.push({ name: part.name, indent: indentOf(indent) });
    }
    if (meaning.kind === 'code') {
      if (meaning.title !== '') this.addApart(`${indent}**${meaning.title}**`, number);
      this.add(`${indent}${CODE}${meaning.language}`, number);
      this.listing = part.name;
    }
  }

  private close(name: string, number: number): void {
    const at = this.asides.findLastIndex((aside) => aside.name === name);
    if (at >= 0) this.leave(at, number);
  }

  /** Ends the aside, and those that were opened in it and never closed. */
  private leave(at: number, number: number): void {
    for (const { indent } of this.asides.slice(at).reverse())
      this.out.push({ text: `${' '.repeat(indent)}:::`, number });
    this.asides.length = at;
  }

  private addApart(text: string, number: number): void {
    this.add('', number);
    this.add(text, number);
    this.add('', number);
  }

  /** Text of an aside that stands in a list belongs there, however little its author indented it. */
  private add(text: string, number: number): void {
    const indent = this.asides.at(-1)?.indent ?? 0;
    const inside = text.trim() !== '' && indentOf(text) < indent ? ' '.repeat(indent) + text : text;
    this.fences.see({ text: inside, number });
    this.out.push({ text: inside, number });
  }

  private warnMissing(name: string, line: number): void {
    if (name === '' || this.context.diagnostics.length > 200) return;
    this.context.diagnostics.push({
      line,
      column: 1,
      code: 'missing-include',
      severity: 'warning',
      message: `The include ${name} is not there.`,
      hint: 'Put the file there, or take the tag out.',
    });
  }
}

/** Whether there is text beside the shortcodes. */
function isShown(parts: ShortcodePart[]): boolean {
  return parts.some((part) => typeof part === 'string' && part.trim() !== '');
}

/** In code a value of the site's is a placeholder; any other shortcode stays as it is written. */
function asCode(part: ShortcodePart): string {
  if (typeof part === 'string') return part;
  return isValue(part) ? `<${siteValue(part)}>` : part.text;
}
