import { statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { print } from '../system/say.ts';
import { makeCommand, pathArgument } from './command.ts';
import { printDiagnostics } from './diagnostics.ts';

export const diagrams = makeCommand({
  meta: {
    name: 'diagrams',
    description: "Draws lessons' diagrams before class, into diagrams/ beside each page",
  },
  args: {
    path: pathArgument,
    again: { type: 'boolean', description: 'Draw also what is there already' },
    prune: { type: 'boolean', description: 'Remove pictures of diagrams that no page has any more' },
  },
  async run({ args }) {
    const { readCourse } = await import('./read-course.ts');
    const { countLeftOut } = await import('./left-out.ts');
    const { prerenderDiagrams } = await import('../export/prerender.ts');
    const { lessons, leftOut } = readCourse(args.prune ? wholeFolder(args.path) : args.path);
    const result = await prerenderDiagrams(lessons, {
      again: args.again ?? false,
      prune: args.prune ?? false,
    });
    printDiagnostics(result.diagnostics);
    const { drawn, kept, obsolete } = result;
    print(`${drawn} drawn, ${kept} there already, ${tellObsolete(obsolete, args.prune)}\n`);
    return countLeftOut(leftOut, result.diagnostics.length > 0 ? 1 : 0);
  },
});

/** Other pages of the folder may still show what this one does not. */
function wholeFolder(path: string | undefined): string | undefined {
  return path !== undefined && statSync(path, { throwIfNoEntry: false })?.isFile() ? dirname(path) : path;
}

function tellObsolete(files: string[], pruned: boolean | undefined): string {
  if (pruned || files.length === 0) return `${files.length} removed`;
  const names = files.map((file) => relative(process.cwd(), file)).join(' ');
  return `${files.length} no longer used (--prune removes them): ${names}`;
}
