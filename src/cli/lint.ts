import type { Diagnostic } from '../compiler/model.ts';
import type { Course, CourseLesson, LeftOutPage } from '../course/course.ts';
import { complain, print, printJson } from '../system/say.ts';
import { jsonArgument, makeCommand } from './command.ts';
import { formatDiagnostic, type LintDiagnostic } from './lint-report.ts';

export const lint = makeCommand({
  meta: { name: 'lint', description: 'Says what a teacher should mend in pages, where, and how' },
  many: true,
  args: {
    paths: {
      type: 'positional',
      required: false,
      description: 'Pages, lesson folders or course folders; without any, slides/',
    },
    rule: {
      type: 'string',
      description:
        'code=off, code=warn or code=error: how bad a code is (a wrong one names them all); may be given several times',
    },
    browser: { type: 'boolean', description: 'Also draw diagrams and measure slides, in a real browser' },
    json: jsonArgument,
  },
  async run({ args, rawArgs }) {
    const { readRules } = await import('./lint-rules.ts');
    const { lint: lintPage, weigh } = await import('../compiler/lint/lint.ts');
    const { makeNeighbours } = await import('./lint-neighbours.ts');
    const rules = readRules(rawArgs);
    const { pages, leftOut } = await readPages(args._);
    const seen = args.browser ? await lookInBrowser(pages) : [];
    const all = pages.flatMap((page, at) => {
      const { course, own, text } = page;
      const lines = text.split(/\r\n|\n|\r/);
      const found = lintPage(own.lesson, text, makeNeighbours(own.path, course.folder), seen[at]);
      return weigh(found, rules).map((diagnostic) => ({ diagnostic: toJson(page, diagnostic), lines }));
    });
    all.push(...leftOut.map((page) => ({ diagnostic: unreadable(page), lines: [] })));
    const files = pages.length + leftOut.length;
    if (args.json) {
      const report = { files, diagnostics: all.map(({ diagnostic }) => diagnostic) };
      printJson(report);
    } else {
      for (const { diagnostic, lines } of all) {
        print(`${formatDiagnostic(diagnostic, lines[diagnostic.line - 1])}\n\n`);
      }
      complain(
        `${summarise(
          files,
          all.map(({ diagnostic }) => diagnostic),
        )}\n`,
      );
    }
    return all.some(({ diagnostic }) => diagnostic.severity === 'error') ? 1 : 0;
  },
});

interface LintedPage {
  course: Course;
  own: CourseLesson;
  text: string;
}

/** Every page once, whichever of the paths name it. */
async function readPages(paths: string[]): Promise<{ pages: LintedPage[]; leftOut: LeftOutPage[] }> {
  const { loadCourse } = await import('../course/course.ts');
  const { readPageText } = await import('../course/text-file.ts');
  const pages = new Map<string, LintedPage>();
  const leftOut = new Map<string, LeftOutPage>();
  for (const path of paths.length === 0 ? [undefined] : paths) {
    const course = loadCourse(path);
    for (const page of course.leftOut) leftOut.set(page.name, page);
    for (const own of course.lessons) {
      if (pages.has(own.path)) continue;
      const { text } = readPageText(own.path, own.lesson.source);
      pages.set(own.path, { course, own, text });
    }
  }
  return { pages: [...pages.values()], leftOut: [...leftOut.values()] };
}

/** What a browser tells of each page, in their order. */
async function lookInBrowser(pages: readonly LintedPage[]): Promise<Diagnostic[][]> {
  const { launchBrowser } = await import('../export/browser.ts');
  const { lookAtLesson } = await import('./lint-browser.ts');
  const browser = await launchBrowser();
  try {
    const seen: Diagnostic[][] = [];
    for (const { course, own } of pages) seen.push(await lookAtLesson(browser, course, own));
    return seen;
  } finally {
    await browser.close();
  }
}

function unreadable({ name, reason }: LeftOutPage): LintDiagnostic {
  return {
    path: name,
    line: 1,
    column: 1,
    code: 'unreadable-page',
    severity: 'error',
    message: reason,
    hint: 'The course goes on without this page.',
  };
}

function toJson({ own }: LintedPage, diagnostic: Diagnostic): LintDiagnostic {
  const { line, column, code, severity, message, hint } = diagnostic;
  return { path: own.lesson.source, line, column, code, severity, message, hint };
}

function summarise(pages: number, diagnostics: LintDiagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const count = (number: number, name: string) => `${number} ${name}${number === 1 ? '' : 's'}`;
  return `${count(pages, 'page')}, ${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
}
