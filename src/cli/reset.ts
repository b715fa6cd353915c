import type { Reset } from '../demo/reset.ts';
import { complain, print, printJson } from '../system/say.ts';
import { jsonArgument, makeCommand, pathArgument } from './command.ts';

export const reset = makeCommand({
  meta: {
    name: 'reset',
    description: 'Removes the containers, volumes and networks that the demo made, and nothing else',
  },
  args: {
    path: pathArgument,
    json: jsonArgument,
    'dry-run': { type: 'boolean', description: 'Remove nothing: tell what would be removed' },
    images: { type: 'boolean', description: 'Remove the images that the demo brought, too' },
  },
  async run({ args }) {
    const { loadCourse } = await import('../helper/course.ts');
    const { stateFolder } = await import('../helper/state-folder.ts');
    const { Traces } = await import('../demo/traces.ts');
    const { countThings, takeSnapshot } = await import('../demo/snapshot.ts');
    const { requireEngine } = await import('./require-engine.ts');
    const course = loadCourse(args.path);
    const engine = await requireEngine();
    const options = { images: args.images ?? false, dryRun: args['dry-run'] ?? false };
    const resets: Reset[] = [];
    for (const { path } of course.lessons) {
      const done = await new Traces(stateFolder(), path).reset(engine, options);
      if (done) resets.push(done);
    }
    const removed = joinRemoved(resets);
    const left = countThings(await takeSnapshot(engine));
    const kept = options.dryRun ? left - Object.values(removed).flat().length : left;
    const problems = resets.flatMap((one) => one.problems);
    for (const problem of problems) complain(`capas: not removed: ${problem}\n`);
    if (args.json) printJson({ removed, kept });
    else print(describe(removed, kept, options.dryRun));
    return problems.length > 0 ? 1 : 0;
  },
});

function joinRemoved(resets: Reset[]): Reset['removed'] {
  const join = (kind: keyof Reset['removed']) => [...new Set(resets.flatMap((one) => one.removed[kind]))];
  return {
    containers: join('containers'),
    images: join('images'),
    volumes: join('volumes'),
    networks: join('networks'),
  };
}

function describe(removed: Reset['removed'], kept: number, dryRun: boolean): string {
  const verb = dryRun ? 'would remove' : 'removed';
  const lines = Object.entries(removed)
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => `${verb} ${kind}: ${names.join(', ')}`);
  if (lines.length === 0) lines.push('Nothing of a demo is left.');
  return `${lines.join('\n')}\n${dryRun ? 'would keep' : 'kept'} ${kept} other things on the engine\n`;
}
