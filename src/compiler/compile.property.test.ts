import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { renderDeck } from './html/deck.ts';
import { renderHandout } from './html/handout.ts';
import type { RenderOptions } from './html/options.ts';
import { escapeHtml } from './html-text.ts';
import { anything, beginnings, markdown } from './markdown.fixture.ts';
import type { Lesson, Surroundings } from './model.ts';

/** How many pages are generated for each property; `CAPAS_FUZZ` for a long run. */
const RUNS = Number(process.env['CAPAS_FUZZ'] ?? 10_000);
const few = { numRuns: Math.ceil(RUNS / 10) };

const surroundings: Surroundings = {
  picture: (path) => (path === 'b.png' ? { width: 400, height: 300 } : null),
  read: (path) => (path.endsWith('a.md') ? 'included {% include b.md %}\n' : '{% include a.md %}\n- back\n'),
  exists: () => false,
};
const options: RenderOptions = {
  slug: 'page',
  home: 'static',
  runtime: '../_capas/',
  recordings: {},
  svg: () => null,
  highlight: (code) => escapeHtml(code),
};

describe('compile, whatever the page', { timeout: Math.max(60_000, RUNS * 20) }, () => {
  it('never throws, and is the same each time', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: markdown }, { weight: 1, arbitrary: anything }),
        (text) => {
          const lesson = lessonOf(text);
          expect(lesson.slides.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: RUNS },
    );
    fc.assert(
      fc.property(markdown, (text) => {
        expect(lessonOf(text)).toEqual(lessonOf(text));
      }),
      few,
    );
  });

  it('never throws where blocks are begun within one another and left open', () => {
    fc.assert(
      fc.property(beginnings, (text) => {
        const lesson = lessonOf(text);
        expect(renderDeck(lesson, options) + renderHandout(lesson, options)).toContain('</html>');
      }),
      { numRuns: RUNS },
    );
  });

  it('names each slide and each step once, and puts each command into exactly one step', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const lesson = lessonOf(text);
        expectUnique(lesson.slides.map((slide) => slide.id));
        expectUnique(lesson.steps.map((step) => step.id));
        expect(commandsOf(lesson.document).sort()).toEqual(lesson.steps.map((step) => step.id).sort());
        const shown = new Set(
          lesson.slides.flatMap((slide) => [...slide.steps, ...commandsOf(slide.spoken)]),
        );
        expect(lesson.steps.filter((step) => !shown.has(step.id))).toEqual([]);
      }),
      few,
    );
  });

  it('writes nothing that a browser would run, and whole HTML', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const lesson = lessonOf(text);
        for (const html of [renderDeck(lesson, options), renderHandout(lesson, options)]) {
          expect(html).not.toMatch(/<[a-z][^<>]*\son\w+=|<[a-z][^<>]*\sstyle=|href="javascript:/i);
          expect(html).not.toContain('<script>alert');
        }
      }),
      few,
    );
  });
});

describe('pages that broke the compiler once', () => {
  it.each([
    ':::::: challenge\n- <!-- notes: said\n-->',
    '<details markdown="1">\n- ???\n.small[ text ]',
    '> - ???\nEOF\n???',
    '<table><td><table><tr>t',
    '{:.solution}\n>- {:}',
    ':::solution\n1.',
  ])('%j compiles', (text) => {
    expect(lessonOf(text).slides.length).toBeGreaterThan(0);
  });
});

describe('an edit elsewhere', () => {
  it('changes no ids of slides and steps of other sections', () => {
    const part = (name: string, command: string) =>
      `## ${name}\n\n\`\`\`console\n$ ${command}\nout\n\`\`\`\n\n`;
    const before = `# T\n\n${part('One', 'docker ps')}${part('Two', 'docker images')}`;
    const after = `# T\n\n${part('One', 'docker ps')}More.\n\n${part('New', 'docker info')}${part('Two', 'docker images')}`;
    expect(idsOf(lessonOf(after))).toEqual(expect.arrayContaining(idsOf(lessonOf(before))));
  });
});

function lessonOf(text: string): Lesson {
  return compile({ path: 'page.md', text }, surroundings);
}

function idsOf(lesson: Lesson): string[] {
  return [...lesson.slides, ...lesson.steps].map((one) => one.id);
}

function expectUnique(ids: string[]): void {
  expect(new Set(ids).size).toBe(ids.length);
}

function commandsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(commandsOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('kind' in value && value.kind === 'command' && 'step' in value) {
    return typeof value.step === 'string' ? [value.step] : [];
  }
  return Object.values(value).flatMap(commandsOf);
}
