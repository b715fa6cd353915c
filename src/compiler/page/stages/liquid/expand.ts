import type { Diagnostic, Surroundings } from '../../../model.ts';
import { FenceTracker } from '../../blocks/fence.ts';
import { isBlank, type Line } from '../../lines.ts';
import { CodeTracker } from '../code-tracker.ts';
import { nameOf, readInclude } from './include.ts';
import { evaluate } from './output.ts';
import { SetAside } from './set-aside.ts';
import { type LiquidPart, splitLine } from './tag.ts';

interface LiquidContext {
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
  private readonly fences = new FenceTracker();
  private readonly code = new CodeTracker();
  /** Whether the line that is read is code with more than tags in it. */
  private inCode = false;
  private readonly aside: SetAside;
  private readonly lines: Line[];
  private readonly context: LiquidContext;
  /** Files around the line being read, outermost first. */
  private readonly within: string[];
  private readonly budget: { left: number };
  private raw = false;
  private highlighting = false;

  constructor(lines: Line[], context: LiquidContext, within: string[] = [], budget = { left: MOST_ADDED }) {
    this.lines = lines;
    this.context = context;
    this.within = within;
    this.budget = budget;
    this.aside = new SetAside(this.out, new Set(lines.flatMap(({ text }) => namesShown(text))));
  }

  run(): Line[] {
    for (let at = 0; at < this.lines.length; ) at += this.read(at);
    const { open } = this.aside;
    if (open !== null) this.warn(open, 'open-liquid', 'This tag is never closed.', 'Close it.');
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
    for (const part of splitLine(line.text)) {
      if (part.kind === 'tag' && part.name === 'endhighlight' && this.highlighting) {
        this.highlighting = false;
        if (text.trim() !== '') this.add({ ...line, text });
        this.add({ ...line, text: CODE });
        text = '';
      } else if (part.kind === 'tag' && /^(?:end)?raw$/.test(part.name)) this.raw = part.name === 'raw';
      else if (part.kind === 'output' && /^site\.[\w.]*prompt$/.test(part.inside)) text += '$';
      else if (part.kind === 'output' && QUOTED_BRACE.test(part.inside)) {
        text += evaluate(part.inside, new Map(), {}, line.number)?.[0]?.text ?? part.text;
      } else text += part.text;
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
    const parts: LiquidPart[] = before === '' ? [] : [{ kind: 'text', text: before }];
    this.place(line.number, [...parts, ...splitLine(rest)], -1);
  }

  /** Puts a line's parts where they belong; a value of several lines gets lines of its own. */
  private place(number: number, parts: LiquidPart[], at: number): void {
    let text = '';
    let shown = false;
    for (const [index, part] of parts.entries()) {
      if (part.kind === 'text') {
        text += part.text;
        shown ||= part.text.trim() !== '';
      } else if (part.kind === 'tag' && part.name === 'raw') {
        this.raw = true;
        const rest = parts
          .slice(index + 1)
          .map((one) => one.text)
          .join('');
        return this.endRaw({ text: text + rest, number });
      } else {
        if (HOLDS.test(part.name) && text.trim() !== '') {
          this.add({ text, number });
          text = '';
          shown = false;
        }
        const value = part.kind === 'tag' ? this.tag(part, number, at) : this.output(part, number);
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

  private output(part: Extract<LiquidPart, { name: string }>, number: number): Line[] {
    const { frontMatter } = this.context;
    if (this.inCode && /^["']/.test(part.inside) && !QUOTED_BRACE.test(part.inside))
      return [{ text: part.text, number }];
    const value = evaluate(part.inside, this.aside.variables, frontMatter, number);
    return value !== null && this.afford(value) ? value : [{ text: part.text, number }];
  }

  private tag(
    { name, inside, text }: Extract<LiquidPart, { name: string }>,
    number: number,
    at: number,
  ): Line[] {
    switch (name) {
      case 'include':
      case 'include_relative':
      case 'include_cached':
        return this.include(name, inside, number);
      case 'link':
      case 'post_url':
        return [{ text: `/${inside.replace(/^["'/]+|["']$/g, '')}`, number }];
      case 'assign':
        this.aside.assign(inside, number);
        return [];
      case 'capture':
        if (this.aside.capture(inside, number))
          this.warn(number, 'open-liquid', 'A capture begins within another one.', '');
        return [];
      case 'endcapture':
        this.aside.endCapture();
        return [];
      case 'highlight':
        this.highlighting = this.closes(at, 'endhighlight');
        return this.highlighting ? [{ text: `${CODE}${inside.split(/\s/)[0]}`, number }] : [];
      case 'comment':
        this.hide(at, number);
        return [];
      case 'endcomment':
        this.aside.endHiding();
        return [];
      default:
        return this.inCode ? [{ text, number }] : [];
    }
  }

  private hide(at: number, number: number): void {
    if (this.closes(at, 'endcomment')) this.aside.hide(number);
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
  return splitLine(text).flatMap((part) =>
    part.kind === 'text' ? [] : [...part.inside.matchAll(/[\w-]+/g)].map((match) => match[0]),
  );
}
