import { complain, print } from '../system/say.ts';
import { UsageError } from '../system/usage-error.ts';
import { makeCommand } from './command.ts';

export const open = makeCommand({
  meta: { name: 'open', description: 'Opens what capas present is presenting in another window or browser' },
  args: {
    path: {
      type: 'positional',
      required: false,
      description: 'What is presented; without it, what was begun last',
    },
    open: {
      type: 'boolean',
      default: true,
      description: 'Open it in the browser',
      negativeDescription: 'Only print its address',
    },
  },
  async run({ args }) {
    const { realCoursePath } = await import('../course/course.ts');
    const { Entry } = await import('../helper/entry/entry.ts');
    const { findRuns } = await import('../helper/entry/run-file.ts');
    const { stateFolder } = await import('../system/state-folder.ts');
    const folder = stateFolder();
    const [run] = findRuns(folder, args.path === undefined ? undefined : realCoursePath(args.path));
    if (!run) throw new UsageError('nothing is being presented. Begin with: capas present');
    const invite = () => `http://127.0.0.1:${run.port}${new Entry(run).invite()}`;
    print(`${invite()}\n`);
    if (args.open) await openOnce(invite(), folder);
    return 0;
  },
});

/** Does not wait for the browser, which may stay open for the whole class. */
async function openOnce(address: string, folder: string): Promise<void> {
  const { openInBrowser } = await import('./open-browser.ts');
  const { failed, forget } = await openInBrowser(address, folder);
  const began = new Promise<boolean>((resolve) => setTimeout(() => resolve(true), PATIENCE));
  if (await Promise.race([began, failed.then(() => false)])) return;
  forget();
  complain('capas: no browser could be opened; open the address above, within a minute\n');
}

/** Milliseconds in which a system says that it has no browser. */
const PATIENCE = 3000;
