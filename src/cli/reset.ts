import type { Removal, Removed } from '../demo/traces/reset.ts';
import type { PlannedThing } from '../demo/traces/reset-plan.ts';
import type { Traces } from '../demo/traces/traces.ts';
import type { Engine } from '../engine/engine.ts';
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
    images: { type: 'boolean', description: 'Remove the images that the demo built or pulled, too' },
  },
  async run({ args }) {
    const { readCourse } = await import('./read-course.ts');
    const { countLeftOut } = await import('./left-out.ts');
    const { requireEngine } = await import('./require-engine.ts');
    const course = readCourse(args.path);
    const engine = await requireEngine();
    const lessons = await planLessons(
      engine,
      course.lessons.map(({ path }) => path),
    );
    const things = joinThings(lessons.flatMap((lesson) => lesson.things));
    const options = { images: args.images ?? false, dryRun: args['dry-run'] ?? false };
    const certain = things.filter(
      ({ kind, doubt }) => doubt === null && (options.images || kind !== 'images'),
    );
    const tell = (text: string) => args.json || print(text);
    const { listNames, SINGULAR } = await import('../demo/traces/reset.ts');
    if (engine.endpoint === null) warn(UNSEEN);
    tell(formatNames(options.dryRun ? 'would remove' : 'to remove:', listNames(certain)));
    const chosen = [...certain, ...(await chooseDoubtful(things, options, args.json ?? false))];
    const { removed, problems, changed } = options.dryRun
      ? { removed: chosen, problems: [], changed: [] }
      : await removeFromLessons(engine, lessons, chosen);
    for (const problem of problems) warn(`not removed: ${problem}`);
    for (const { kind, name } of changed)
      warn(`left alone: ${SINGULAR[kind]} ${name} is gone, or is no longer what it was when it was listed`);
    const kept = (await countPresent(engine)) - (options.dryRun ? removed.length : 0);
    if (args.json) printJson({ removed: listNames(removed), kept });
    else {
      const images = options.images ? [] : things.filter(({ kind, doubt }) => kind === 'images' && !doubt);
      tell(formatEnd(listNames(removed), kept, images, options.dryRun));
    }
    return countLeftOut(course.leftOut, problems.length > 0 ? 1 : 0);
  },
});

const UNSEEN =
  'this engine is not reached by a socket: what a demo makes on it is not known, and nothing counts as its own';

interface PlannedLesson {
  traces: Traces;
  things: PlannedThing[];
}

async function planLessons(engine: Engine, paths: readonly string[]): Promise<PlannedLesson[]> {
  const { stateFolder } = await import('../system/state-folder.ts');
  const { Traces } = await import('../demo/traces/traces.ts');
  const planned: PlannedLesson[] = [];
  for (const path of paths) {
    const traces = new Traces(stateFolder(), path);
    planned.push({ traces, things: (await traces.plan(engine)).things });
  }
  return planned;
}

/** Two lessons may have used the same thing: a doubt of one is no doubt where the other is certain. */
function joinThings(things: readonly PlannedThing[]): PlannedThing[] {
  const joined = new Map<string, PlannedThing>();
  for (const thing of things) {
    const known = joined.get(keyOf(thing));
    if (!known || known.doubt) joined.set(keyOf(thing), thing);
  }
  return [...joined.values()];
}

async function removeFromLessons(
  engine: Engine,
  lessons: readonly PlannedLesson[],
  chosen: readonly PlannedThing[],
): Promise<Removal> {
  const { joinRemovals } = await import('../demo/traces/reset.ts');
  const removals: Removal[] = [];
  const wanted = new Set(chosen.map(keyOf));
  for (const { traces, things } of lessons) {
    const own = things.filter((thing) => wanted.has(keyOf(thing)));
    removals.push(await traces.remove(engine, own));
  }
  const whole = joinRemovals(removals);
  const removed = new Set(whole.removed.map(keyOf));
  const changed = whole.changed.filter((thing) => !removed.has(keyOf(thing)));
  return { ...whole, removed: joinThings(whole.removed), changed: joinThings(changed) };
}

/** What is in doubt stays, unless somebody is there to say otherwise. */
async function chooseDoubtful(
  things: readonly PlannedThing[],
  { images, dryRun }: { images: boolean; dryRun: boolean },
  json: boolean,
): Promise<PlannedThing[]> {
  const { confirm } = await import('./confirm.ts');
  const { SINGULAR } = await import('../demo/traces/reset.ts');
  const chosen: PlannedThing[] = [];
  for (const thing of things) {
    if (!thing.doubt || (thing.kind === 'images' && !images)) continue;
    const what = `${SINGULAR[thing.kind]} ${thing.name}: ${sayDoubt(thing.doubt)}`;
    if (!json && !dryRun && (await confirm(`in doubt: ${what}. Remove it?`))) chosen.push(thing);
    else warn(`in doubt, kept: ${what}`);
  }
  return chosen;
}

function sayDoubt(doubt: NonNullable<PlannedThing['doubt']>): string {
  switch (doubt.why) {
    case 'used':
      return `used by ${doubt.by.join(', ')}, which the demo did not make`;
    case 'changed':
      return 'it has changed since, and another one may have its name';
    case 'appeared':
      return 'it appeared while the demo built or pulled, and may not be its own';
    case 'unfinished':
      return 'it was made as a command of the demo was cut off, and may not be its own';
    case 'running':
      return `made by a demo of the lesson that still runs (process ${doubt.process})`;
  }
}

async function countPresent(engine: Engine): Promise<number> {
  const all = await Promise.all([engine.containers(), engine.images(), engine.volumes(), engine.networks()]);
  return all.reduce((sum, one) => sum + one.length, 0);
}

function keyOf({ kind, reference }: PlannedThing): string {
  return `${kind} ${reference}`;
}

function formatNames(verb: string, removed: Removed): string {
  return Object.entries(removed)
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => `${verb} ${kind}: ${names.join(', ')}\n`)
    .join('');
}

function formatEnd(removed: Removed, kept: number, images: readonly PlannedThing[], dryRun: boolean): string {
  const names = images.map(({ name }) => name).join(', ');
  const isEmpty = Object.values(removed).every((list) => list.length === 0);
  return [
    dryRun ? '' : formatNames('removed', removed),
    isEmpty && images.length === 0 ? 'Nothing of a demo is left.\n' : '',
    images.length > 0 ? `images of the demo stay: ${names} (--images removes them)\n` : '',
    `${dryRun ? 'would keep' : 'kept'} ${kept} other things on the engine\n`,
  ].join('');
}

function warn(text: string): void {
  complain(`capas: ${text}\n`);
}
