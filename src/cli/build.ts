import { lstatSync, readlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CourseLesson } from '../course/course.ts';
import { complain, print } from '../system/say.ts';
import { makeCommand, pathArgument } from './command.ts';
import { printDiagnostics } from './diagnostics.ts';

export const build = makeCommand({
  meta: { name: 'build', description: 'Writes a course as a static site, for any web host; commands replay' },
  args: {
    path: pathArgument,
    output: {
      type: 'string',
      alias: 'o',
      description: 'The folder to write: a new or empty one, or one that capas build made; without it, out',
      valueHint: 'folder',
    },
  },
  async run({ args }) {
    const { readCourse } = await import('./read-course.ts');
    const { countLeftOut } = await import('./left-out.ts');
    const { makeSite } = await import('../export/site.ts');
    const { checkSiteFolder, writeSite } = await import('../export/site-folder.ts');
    const output = args.output ?? (await chooseFolder());
    const folder = resolve(output);
    checkSiteFolder(folder, output);
    const course = readCourse(args.path);
    const undrawn = await drawDiagrams(course.lessons);
    const files = await makeSite(course);
    writeSite(folder, output, files);
    print(`${output}: ${tell(course.lessons.length)}, ${files.size} files\n`);
    return countLeftOut(course.leftOut, undrawn > 0 ? 1 : 0);
  },
});

const FOLDER = 'out';

/** A link of that name, in a repository that was cloned, is nobody's wish. */
async function chooseFolder(): Promise<string> {
  if (lstatSync(FOLDER, { throwIfNoEntry: false })?.isSymbolicLink()) {
    const { UsageError } = await import('../system/usage-error.ts');
    throw new UsageError(
      `${FOLDER}: a link to ${readlinkSync(FOLDER)}. Where you mean it, name it: -o ${FOLDER}.`,
    );
  }
  return FOLDER;
}

/** Without a browser the site is whole all the same: what was not drawn before is drawn where it is read. */
async function drawDiagrams(lessons: CourseLesson[]): Promise<number> {
  const { prerenderDiagrams } = await import('../export/prerender.ts');
  const { BrowserError } = await import('../export/browser.ts');
  try {
    const { diagnostics } = await prerenderDiagrams(lessons);
    printDiagnostics(diagnostics);
    return diagnostics.length;
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    complain(`capas: diagrams were not drawn before; readers' browsers do it. ${error.message}\n`);
    return 0;
  }
}

function tell(lessons: number): string {
  return lessons === 1 ? '1 lesson' : `${lessons} lessons`;
}
