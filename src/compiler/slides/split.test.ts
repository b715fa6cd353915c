import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../model.ts';
import { textOf } from '../text.ts';
import { base, code, heading, inline, item, list, paragraph, slidesOfPage } from './slides.fixture.ts';
import { splitSlides } from './split.ts';

describe('splitting blocks into slides', () => {
  it('loses no word, and keeps their order on slides and in notes', () => {
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 12 }), (shapes) => {
        const document = new Writer().write(shapes);
        const slides = splitSlides(document, { title: '', steps: [] });
        expectAll(
          numbers(textOf(document)),
          slides.map((slide) => ({ text: numbers(slide.text), notes: numbers(slide.notes) })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 8 }), (shapes) => {
        const document = new Writer().write(shapes);
        const context = { title: 'T', steps: [] };
        expect(splitSlides(document, context)).toEqual(splitSlides(document, context));
      }),
      { numRuns: 50 },
    );
  });

  it('gives every slide an id of its own, which survives edits of other sections', () => {
    const page = '# T\n\n## A\n\ntext\n\n## B\n\n- x\n- y\n\n### C\n\nmore\n\n### C\n\nagain\n';
    const before = slidesOfPage(page);
    const after = slidesOfPage(
      page.replace('## A\n\ntext', `## A\n\n${'- something new\n'.repeat(40)}\n## New\n\nwords`),
    );
    const ids = (slides: typeof before) =>
      slides.filter((slide) => slide.section === 'B').map((slide) => slide.id);
    expect(ids(after)).toEqual(ids(before));
    expect(new Set(after.map((slide) => slide.id)).size).toBe(after.length);
  });

  it('takes a rule right under a heading for a line under it', () => {
    const titles = (page: string) => slidesOfPage(page).map((slide) => slide.title);
    expect(titles('# T\n\n## A\n\n### B\n----\n\n- x\n- y\n')).toEqual(['T', 'A', 'B']);
    expect(titles('# T\n\n## A\n\n---\n\n- x\n- y\n')).toEqual(['T', 'A', 'A']);
  });

  it('parts long code at empty lines', () => {
    const group = (name: string) => Array.from({ length: 9 }, (_, at) => `${name}${at}: 1`).join('\n');
    const text = [group('a'), group('b'), group('c')].join('\n\n');
    const slides = slidesOfPage(`## A\n\n\`\`\`yaml\n${text}\n\`\`\`\n`).slice(1);
    expect(slides.length).toBeGreaterThan(1);
    for (const slide of slides) expect(slide.text).toMatch(/^A\n\n?[abc]0: 1/);
  });

  it('keeps the sentence that leads into code with it', () => {
    const filler = Array.from({ length: 9 }, (_, at) => `- point ${at}`).join('\n');
    const slides = slidesOfPage(
      `## A\n\n${filler}\n\nNow run this:\n\n\`\`\`yaml\na: 1\nb: 2\nc: 3\nd: 4\n\`\`\`\n`,
    );
    const [led] = slides.filter((slide) => slide.text.includes('Now run this:'));
    expect(led!.text).toContain('a: 1');
  });

  it('cuts a heading that no slide can hold, and says the whole to the speaker', () => {
    const title = `Why ${'this heading goes on and on '.repeat(20)}end`;
    const [, slide] = slidesOfPage(`# T\n\n## ${title}\n\ntext\n`);
    expect(slide!.heading!.text).toMatch(/…$/);
    expect(slide!.notes).toContain('end');
  });
});

type Shape =
  | { kind: 'heading'; depth: number }
  | { kind: 'paragraph' | 'code' | 'callout' | 'quote'; words: number }
  | { kind: 'list'; items: { words: number; code: number; nested: number }[] }
  | { kind: 'table'; rows: number }
  | { kind: 'transcript'; outputs: number[] };

const words = fc.integer({ min: 1, max: 90 });
const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), depth: fc.integer({ min: 2, max: 5 }) }),
  fc.record({ kind: fc.constantFrom('paragraph', 'code', 'callout', 'quote'), words }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.array(
      fc.record({
        words,
        code: fc.integer({ min: 0, max: 8 }),
        nested: fc.integer({ min: 0, max: 4 }),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  }),
  fc.record({ kind: fc.constant('table' as const), rows: fc.integer({ min: 0, max: 20 }) }),
  fc.record({
    kind: fc.constant('transcript' as const),
    outputs: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }),
  }),
);

/** Writes blocks in which each word is a number of its own, counted up in the page's order. */
class Writer {
  private next = 1;

  write(shapes: readonly Shape[]): Block[] {
    return shapes.map((one) => this.block(one));
  }

  private block(one: Shape): Block {
    switch (one.kind) {
      case 'heading':
        return heading(one.depth, this.words(3));
      case 'paragraph':
        return paragraph(this.words(one.words));
      case 'code':
        return code(this.lines(Math.ceil(one.words / 2)));
      case 'callout':
        return {
          ...base(),
          kind: 'callout',
          flavour: 'note',
          title: inline(''),
          blocks: this.prose(one.words),
        };
      case 'quote':
        return { ...base(), kind: 'quote', blocks: this.prose(one.words) };
      case 'list':
        return list(
          one.items.map(({ words, code: lines, nested }) => item(this.itemBlocks(words, lines, nested))),
        );
      case 'table':
        return {
          ...base(),
          kind: 'table',
          align: [null, null],
          header: this.row(),
          rows: Array.from({ length: one.rows }, () => this.row()),
        };
      case 'transcript':
        return this.transcript(one.outputs);
    }
  }

  private transcript(outputs: readonly number[]): Block {
    const entries = outputs.map((lines) => ({
      kind: 'command' as const,
      line: 1,
      prompt: '$',
      command: this.words(3),
      output: lines === 0 ? '' : this.lines(lines),
      step: null,
    }));
    return { ...base(), kind: 'transcript', language: '', info: '', text: '', textLine: 1, entries };
  }

  private itemBlocks(count: number, lines: number, nested: number): Block[] {
    const blocks = [paragraph(this.words(count))];
    if (lines > 0) blocks.push(code(this.lines(lines)));
    if (nested > 0) blocks.push(list(Array.from({ length: nested }, () => item([paragraph(this.words(6))]))));
    return blocks;
  }

  private prose(count: number): Block[] {
    return [paragraph(this.words(Math.ceil(count / 2))), paragraph(this.words(Math.ceil(count / 2)))];
  }

  private row() {
    return [inline(this.words(2)), inline(this.words(1))];
  }

  private lines(count: number): string {
    return Array.from({ length: count }, () => this.words(2)).join('\n');
  }

  /** Sentences of nine words. */
  private words(count: number): string {
    let text = '';
    for (let at = 0; at < count; at += 1) {
      text += `${at === 0 ? '' : ' '}W${this.next}${at % 9 === 8 ? '.' : ''}`;
      this.next += 1;
    }
    return text;
  }
}

function numbers(text: string): number[] {
  return [...text.matchAll(/W(\d+)/g)].map((match) => Number(match[1]));
}

function expectAll(page: number[], slides: { text: number[]; notes: number[] }[]): void {
  const seen = new Set(slides.flatMap((slide) => [...slide.text, ...slide.notes]));
  expect(page.filter((word) => !seen.has(word))).toEqual([]);
  for (const { text, notes } of slides) {
    expect(text).toEqual([...text].sort((a, b) => a - b));
    expect(notes).toEqual([...notes].sort((a, b) => a - b));
  }
}
