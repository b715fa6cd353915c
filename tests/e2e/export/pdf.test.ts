import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Course, loadCourse } from '../../../src/course/course.ts';
import { launchBrowser } from '../../../src/export/browser.ts';
import { type PrintedPages, printLesson } from '../../../src/export/pdf.ts';

let browser: Browser;
let folder: string;
let course: Course;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'capas-pdf-'));
  course = loadCourse('slides/imagenes');
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Another program's view of what was printed. */
async function print(pages: PrintedPages, theme: 'light' | 'dark' = 'light') {
  const [own] = course.lessons;
  const file = join(folder, `${pages}-${theme}.pdf`);
  writeFileSync(file, await printLesson(course, own!, { browser, pages, theme }));
  const poppler = (program: string, ...args: string[]) =>
    execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 });
  return {
    file,
    lesson: own!.lesson,
    info: poppler('pdfinfo', file),
    text: poppler('pdftotext', file, '-'),
    xml: poppler('pdftohtml', '-xml', '-i', '-stdout', file),
  };
}

const bare = (text: string) => text.replace(/\s+/g, '');
const outlineOf = (xml: string) => [...xml.matchAll(/<item page="\d+">([^<]*)/g)].map((match) => match[1]!);

describe('printLesson', () => {
  it('prints a 16:9 page a slide, with title, language and tags', async () => {
    const { file, info, lesson } = await print('slides');
    expect(info).toContain(`Pages:           ${lesson.slides.length}\n`);
    expect(info).toMatch(/Page size: +960 x 540 pts/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toContain(lesson.title);
    expect(readFileSync(file, 'latin1')).toContain(`/Lang (${lesson.lang})`);
  });

  it('shows every command and every output', async () => {
    const { text, lesson } = await print('slides');
    const printed = bare(text);
    for (const step of lesson.steps) {
      for (const line of step.command.split('\n')) expect(printed, step.command).toContain(bare(line));
    }
    expect(printed).toContain(bare('52B (virtual 72.9MB)'));
  });

  it('shows slides as they are at their end', async () => {
    const { text } = await print('slides');
    expect(bare(text)).toContain(bare('Crear /file.txt: se escribe arriba'));
    expect(bare(text)).not.toContain(bare('Leer /etc/issue: se lee'));
  });

  it('has an outline of all headings, and links from the agenda to its pages', async () => {
    const { xml, lesson } = await print('slides');
    const headings = lesson.slides.flatMap(({ heading }) => (heading === null ? [] : bare(heading.text)));
    const outline = outlineOf(xml).map((entry) => bare(entry.replaceAll('&#34;', '"')));
    expect(outline).toEqual(headings);
    const sections = new Set(lesson.slides.map(({ section }) => section).filter(Boolean));
    const inner = [...xml.matchAll(/<a href="[^"]*#(\d+)"/g)].map((match) => Number(match[1]));
    expect(new Set(inner).size).toBeGreaterThanOrEqual(sections.size);
    expect(xml).not.toContain('capas.invalid');
  });

  it('prints the notes under their slides', async () => {
    const { text, info, lesson } = await print('notes');
    expect(Number(/Pages: +(\d+)/.exec(info)![1])).toBeGreaterThanOrEqual(lesson.slides.length);
    expect(info).toContain('A4');
    const printed = bare(text);
    for (const { notes } of lesson.slides) expect(printed).toContain(bare(notes).slice(0, 40));
  });

  it('prints the handout with every heading of the page', async () => {
    const { xml, lesson } = await print('handout', 'dark');
    const headings = lesson.document.filter((block) => block.kind === 'heading');
    expect(outlineOf(xml).length).toBeGreaterThanOrEqual(headings.length);
  });
});
