import type { Diagnostic, Surroundings } from '../../../model.ts';
import { FenceTracker } from '../../blocks/fence.ts';
import { isBlank, type Line } from '../../lines.ts';
import { CodeTracker } from '../code-tracker.ts';
import { nameOf, readInclude } from './include.ts';
import { evaluate, type Variables } from './output.ts';
import { type Piece, splitLine } from './tag.ts';

export interface LiquidContext {
  surroundings: Surroundings;
  frontMatter: Record<string, unknown>;
  diagnostics: Diagnostic[];
}

/** Characters that includes and variables may add to a page, so that what repeats itself ends. */
const MOST_ADDED = 2_000_000;
/** Lines over which one tag may be written. */
const LONGEST_TAG = 12;

/**
 * Does to a page what Jekyll's Liquid (https://shopify.github.io/liquid) would do without a site: includes,
 * captures and raw parts; other tags are taken off what they wrap. In code only raw parts, quoted braces and the
 * prompts that a site names (`{{ site.remote.prompt }}`) are Liquid's: what else looks like it is another tool's.
 */
export function expandLiquid(lines: Line[], context: LiquidContext): Line[] {
  if (!lines.some(({ text }) => text.includes('{%') || text.includes('{{'))) return lines;
  const expander = new Expander(lines, context);
  return expander.run();
}

class Expander {
  private readonly out: Line[] = [];
  private readonly variables: Variables = new Map();
  private readonly fences = new FenceTracker();
  private readonly code = new CodeTracker();
  /** Whether the line that is read is code with more than tags in it. */
  private inCode = false;
  private readonly used: Set<string>;
  private readonly lines: Line[];
  private readonly context: LiquidContext;
  /** Files around the line being read, outermost first. */
  private readonly within: string[];
  private readonly budget: { left: number };
  private raw = false;
  private highlighting = false;
  private held: { name: string; from: number; number: number } | null = null;

  constructor(lines: Line[], context: LiquidContext, within: string[] = [], budget = { left: MOST_ADDED }) {
    this.lines = lines;
    this.context = context;
    this.within = within;
    this.budget = budget;
    this.used = new Set(lines.flatMap(({ text }) => namesShown(text)));
  }

  run(): Line[] {
    for (let at = 0; at < this.lines.length; ) at += this.read(at);
    if (this.held !== null)
      this.warn(this.held.number, 'open-liquid', 'This tag is never closed.', 'Close it.');
    return this.out;
  }

  /** Reads the line, or the lines that one tag runs over; returns how many. */
  private read(at: number): number {
    const line = this.lines[at]!;
    this.inCode = this.code.see(line) && line.text.replace(/\{%[^{}]*%\}/g, '').trim() !== '';
    if (!line.text.includes('{%') && !line.text.includes('{{')) {
      this.add(line);
      return 1;
    }
    if (this.raw) {
      this.endRaw(line);
      return 1;
    }
    const { text, count } = this.joined(at);
    if (this.fences.open) this.readCode(line);
    else this.place(line.number, splitLine(text), at);
    return this.fences.open ? 1 : count;
  }

  private joined(at: number): { text: string; count: number } {
    const { text } = this.lines[at]!;
    const open = text.lastIndexOf('{%');
    if (this.fences.open || open < 0 || text.includes('%}', open)) return { text, count: 1 };
    for (let count = 2; count <= LONGEST_TAG && !isBlank(this.lines[at + count - 1]); count++) {
      if (!this.lines[at + count - 1]!.text.includes('%}')) continue;
      const parts = this.lines.slice(at, at + count).map((line) => line.text);
      return { text: parts.join(' '), count };
    }
    return { text, count: 1 };
  }

  private add(line: Line): void {
    this.fences.see(line);
    this.out.push(line);
  }

  private readCode(line: Line): void {
    let text = '';
    for (const piece of splitLine(line.text)) {
      if (piece.kind === 'tag' && piece.name === 'endhighlight' && this.highlighting) {
        this.highlighting = false;
        if (text.trim() !== '') this.add({ ...line, text });
        this.add({ ...line, text: CODE });
        text = '';
      } else if (piece.kind === 'tag' && /^(?:end)?raw$/.test(piece.name)) this.raw = piece.name === 'raw';
      else if (piece.kind === 'output' && /^site\.[\w.]*prompt$/.test(piece.inside)) text += '$';
      else if (piece.kind === 'output' && QUOTED_BRACE.test(piece.inside)) {
        text += evaluate(piece.inside, new Map(), {}, line.number)?.[0]?.text ?? piece.text;
      } else text += piece.text;
    }
    if (text.trim() !== '' || line.text.trim() === '') this.add({ ...line, text });
  }

  /** Nothing is Liquid's up to the tag that ends the raw part. */
  private endRaw(line: Line): void {
    const match = /\{%-?\s*endraw\s*-?%\}/.exec(line.text);
    if (match === null) {
      this.add(line);
      return;
    }
    this.raw = false;
    const before = line.text.slice(0, match.index);
    const rest = line.text.slice(match.index + match[0].length);
    const pieces: Piece[] = before === '' ? [] : [{ kind: 'text', text: before }];
    this.place(line.number, [...pieces, ...splitLine(rest)], -1);
  }

  /** Puts a line's pieces where they belong; a value of several lines gets lines of its own. */
  private place(number: number, pieces: Piece[], at: number): void {
    let text = '';
    let shown = false;
    for (const [index, piece] of pieces.entries()) {
      if (piece.kind === 'text') {
        text += piece.text;
        shown ||= piece.text.trim() !== '';
      } else if (piece.kind === 'tag' && piece.name === 'raw') {
        this.raw = true;
        const rest = pieces
          .slice(index + 1)
          .map((one) => one.text)
          .join('');
        return this.endRaw({ text: text + rest, number });
      } else {
        if (HOLDS.test(piece.name) && text.trim() !== '') {
          this.add({ text, number });
          text = '';
          shown = false;
        }
        const value = piece.kind === 'tag' ? this.tag(piece, number, at) : this.output(piece, number);
        if (value.length <= 1) {
          text += value[0]?.text ?? '';
          shown ||= value.length === 1;
          continue;
        }
        const indent = /^\s*/.exec(text)![0];
        if (text.trim() !== '') this.add({ text, number });
        for (const one of value) this.add({ ...one, text: indent + one.text });
        text = '';
        shown = false;
      }
    }
    this.add({ text: shown ? text : '', number });
  }

  private output(piece: Extract<Piece, { name: string }>, number: number): Line[] {
    const { frontMatter } = this.context;
    if (this.inCode && /^["']/.test(piece.inside) && !QUOTED_BRACE.test(piece.inside))
      return [{ text: piece.text, number }];
    const value = evaluate(piece.inside, this.variables, frontMatter, number);
    return value !== null && this.afford(value) ? value : [{ text: piece.text, number }];
  }

  private tag({ name, inside, text }: Extract<Piece, { name: string }>, number: number, at: number): Line[] {
    switch (name) {
      case 'include':
      case 'include_relative':
      case 'include_cached':
        return this.include(name, inside, number);
      case 'link':
      case 'post_url':
        return [{ text: `/${inside.replace(/^["'/]+|["']$/g, '')}`, number }];
      case 'assign':
        this.assign(inside, number);
        return [];
      case 'capture':
        this.capture(inside, number);
        return [];
      case 'endcapture':
        this.endCapture();
        return [];
      case 'highlight':
        this.highlighting = this.closes(at, 'endhighlight');
        return this.highlighting ? [{ text: `${CODE}${inside.split(/\s/)[0]}`, number }] : [];
      case 'comment':
        this.hide(at, number);
        return [];
      case 'endcomment':
        if (this.held?.name === '') this.out.length = this.held.from;
        if (this.held?.name === '') this.held = null;
        return [];
      default:
        return this.inCode ? [{ text, number }] : [];
    }
  }

  private assign(inside: string, number: number): void {
    const [, name, double, single] = /^([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(inside) ?? [];
    if (name !== undefined) this.variables.set(name, [{ text: double ?? single ?? '', number }]);
  }

  /** What is captured and never shown stays where it stands. */
  private capture(inside: string, number: number): void {
    const name = inside.replace(/["']/g, '').trim();
    if (!this.used.has(name)) return;
    if (this.held !== null) this.warn(number, 'open-liquid', 'A capture begins within another one.', '');
    this.held = { name, from: this.out.length, number };
  }

  private endCapture(): void {
    if (this.held === null || this.held.name === '') return;
    this.variables.set(this.held.name, this.out.splice(this.held.from));
    this.held = null;
  }

  private hide(at: number, number: number): void {
    if (this.closes(at, 'endcomment')) this.held = { name: '', from: this.out.length, number };
    else this.warn(number, 'open-liquid', 'This comment is never closed.', 'Close it with {% endcomment %}.');
  }

  private closes(at: number, name: string): boolean {
    return at >= 0 && this.lastOf(name) >= at;
  }

  private readonly last = new Map<string, number>();

  private lastOf(name: string): number {
    const known = this.last.get(name);
    if (known !== undefined) return known;
    const found = this.lines.findLastIndex(({ text }) => text.includes(name));
    this.last.set(name, found);
    return found;
  }

  private include(tag: string, inside: string, number: number): Line[] {
    if (this.budget.left < 0) return [];
    const found = readInclude(
      tag === 'include_relative' ? tag : 'include',
      inside,
      number,
      this.context.surroundings,
    );
    const name = nameOf(inside);
    if (found === null) {
      if (name !== '')
        this.warn(
          number,
          'missing-include',
          `The include ${name} is not there.`,
          'Put the file there, or take the tag out.',
        );
      return [];
    }
    if (this.within.includes(found.path) && found.path !== '') {
      this.warn(number, 'cyclic-include', `${name} includes itself.`, 'Break the circle.');
      return [];
    }
    if (!this.afford(found.lines) || this.within.length > 20) {
      this.warn(number, 'large-include', `${name} would make the page too long.`, 'Include less.');
      return [];
    }
    if (found.path === '') return found.lines;
    const inner = new Expander(found.lines, this.context, [...this.within, found.path], this.budget);
    return inner.run();
  }

  private afford(lines: readonly Line[]): boolean {
    this.budget.left -= lines.reduce((sum, line) => sum + line.text.length + 1, 0);
    return this.budget.left >= 0;
  }

  private warn(line: number, code: string, message: string, hint: string): void {
    if (this.context.diagnostics.length > 200) return;
    this.context.diagnostics.push({ line, column: 1, code, severity: 'warning', message, hint });
  }
}

/** How a page that Liquid reads shows another tool's `{{`. */
const QUOTED_BRACE = /^["'][^"']*\{/;

/** Tags between which text is put elsewhere. */
const HOLDS = /^(?:end)?(?:capture|comment)$/;

/** A fence that no code of a page closes by chance. */
const CODE = '~~~~~~';

function namesShown(text: string): string[] {
  if (!text.includes('{{') && !text.includes('include')) return [];
  return splitLine(text).flatMap((piece) =>
    piece.kind === 'text' ? [] : [...piece.inside.matchAll(/[\w-]+/g)].map((match) => match[0]),
  );
}
