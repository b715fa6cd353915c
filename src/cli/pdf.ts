import { join } from 'node:path';
import type { PrintedPages } from '../export/pdf.ts';
import { print } from '../system/say.ts';
import { makeCommand, pathArgument } from './command.ts';

export const pdf = makeCommand({
  meta: { name: 'pdf', description: 'Prints lessons as PDF: the slides, with their notes, or the handout' },
  args: {
    path: pathArgument,
    output: {
      type: 'string',
      alias: 'o',
      description: "The file to write (a folder for several lessons); without it, the lesson's name here",
      valueHint: 'file',
    },
    notes: { type: 'boolean', description: 'Each slide with its notes under it, on A4' },
    handout: { type: 'boolean', description: 'The handout, on A4' },
    dark: { type: 'boolean', description: 'The dark theme' },
  },
  async run({ args }) {
    const { UsageError } = await import('../system/usage-error.ts');
    const { readCourse } = await import('./read-course.ts');
    const { countLeftOut } = await import('./left-out.ts');
    const { launchBrowser } = await import('../export/browser.ts');
    const { checkPdf, writePdf } = await import('../export/pdf-file.ts');
    const { printLesson } = await import('../export/pdf.ts');
    if (args.notes && args.handout) throw new UsageError('--notes and --handout: choose one of them.');
    const pages: PrintedPages = args.handout ? 'handout' : args.notes ? 'notes' : 'slides';
    const course = readCourse(args.path);
    const isNamed = args.output !== undefined && course.lessons.length === 1;
    const nameOf = (slug: string) => (isNamed ? args.output! : nameFile(args.output, slug, pages));
    for (const { slug } of course.lessons) checkPdf(nameOf(slug), isNamed);
    const browser = await launchBrowser();
    try {
      for (const own of course.lessons) {
        const file = nameOf(own.slug);
        const bytes = await printLesson(course, own, { browser, pages, theme: args.dark ? 'dark' : 'light' });
        writePdf(file, bytes, isNamed);
        print(`${file}\n`);
      }
    } finally {
      await browser.close();
    }
    return countLeftOut(course.leftOut, 0);
  },
});

function nameFile(folder = '.', slug: string, pages: PrintedPages): string {
  return join(folder, pages === 'slides' ? `${slug}.pdf` : `${slug}-${pages}.pdf`);
}
