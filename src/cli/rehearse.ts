import type { CourseLesson } from '../course/course.ts';
import type { RehearsedStep } from '../demo/rehearsal/rehearse.ts';
import type { DemoEngine } from '../demo/traces/demo-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { complain, print, printJson } from '../system/say.ts';
import { jsonArgument, makeCommand, pathArgument } from './command.ts';

export const rehearse = makeCommand({
  meta: {
    name: 'rehearse',
    description: 'Runs every step in order on the engine, compares outputs with the page, records',
  },
  args: {
    path: pathArgument,
    update: { type: 'boolean', description: 'Write the recordings beside the page' },
    'stand-in': { type: 'boolean', description: 'Mark the recordings as made on stand-in images' },
    json: jsonArgument,
  },
  async run({ args }) {
    const { readCourse } = await import('./read-course.ts');
    const { countLeftOut } = await import('./left-out.ts');
    const { requireEngine } = await import('./require-engine.ts');
    const { describeCutProxies } = await import('./cut-proxies.ts');
    const { beginRun } = await import('../demo/session/run-mark.ts');
    const { stateFolder } = await import('../system/state-folder.ts');
    const course = readCourse(args.path);
    const proxies = describeCutProxies(process.env);
    if (proxies !== null) complain(`capas: ${proxies}\n`);
    const engine = await requireEngine();
    const run = await beginRun(stateFolder(), () => {});
    const options = {
      mark: run.mark,
      update: args.update ?? false,
      standIn: (args['stand-in'] ?? false) || engine.standIn,
      json: args.json ?? false,
    };
    const interrupt = catchInterrupts();
    const reports: Report[] = [];
    try {
      for (const lesson of course.lessons) {
        if (interrupt.signal.aborted) break;
        reports.push(await rehearseLesson(lesson, engine, { ...options, signal: interrupt.signal }));
      }
    } finally {
      interrupt.dispose();
      run.forget();
    }
    if (options.json) {
      const whole = reports.length === 1 ? reports[0] : { title: course.title, lessons: reports };
      printJson(whole);
    }
    const isFine = !interrupt.signal.aborted && reports.every(({ failed }) => failed === 0);
    return countLeftOut(course.leftOut, isFine ? 0 : 1);
  },
});

/** However it is told to end, it cleans up first; also when its terminal is gone and takes no more words. */
function catchInterrupts(): { signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const end = () => controller.abort();
  const ignore = () => {};
  for (const name of ENDINGS) process.once(name, end);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignore);
  const dispose = () => {
    for (const name of ENDINGS) process.off(name, end);
    for (const stream of [process.stdout, process.stderr]) stream.off('error', ignore);
  };
  return { signal: controller.signal, dispose };
}

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What `--json` prints of a lesson. */
interface Report {
  lesson: string;
  engine: { name: string; version: string };
  passed: number;
  failed: number;
  steps: ReportedStep[];
}

interface ReportedStep extends Pick<RehearsedStep, 'status' | 'exit' | 'milliseconds' | 'output'> {
  id: string;
  line: number;
  command: string;
  /** How the output differs, or why the step failed or was skipped. */
  difference: string;
}

/** From a clean start: what an earlier demo of the lesson left goes first, what this one made goes last. */
async function rehearseLesson(
  { path, folder, lesson }: CourseLesson,
  engine: Engine,
  options: { update: boolean; standIn: boolean; json: boolean; mark: string; signal: AbortSignal },
): Promise<Report> {
  const { rehearse: perform } = await import('../demo/rehearsal/rehearse.ts');
  const { checkRecordings, keepLayers, keepRecordings, recordLayers, removeRecordings } = await import(
    '../demo/rehearsal/keep-recordings.ts'
  );
  const { listKnownSteps } = await import('./known-steps.ts');
  const { languageOf } = await import('../helper/session/words.ts');
  const tell = (text: string) => options.json || print(text);
  if (options.update) checkRecordings(folder);
  const demo = await beginDemo(path, lesson, engine);
  try {
    tell(`${lesson.source}: ${lesson.title}\n${engine.name} ${engine.version}\n\n`);
    const rehearsed = await perform({
      steps: lesson.steps,
      lang: languageOf(lesson.lang),
      engine,
      env: demo.environment(process.env),
      cwd: folder,
      standIn: options.standIn,
      mark: options.mark,
      signal: options.signal,
      onStep: (one) => {
        void demo.noteVolumes();
        tell(formatRow(one));
      },
    });
    if (options.update) {
      keepRecordings(folder, rehearsed);
      const known = listKnownSteps(path);
      if (known) removeRecordings(folder, known);
      const layers = await recordLayers(lesson, engine, options.standIn);
      if (layers) keepLayers(folder, layers);
    }
    const report = makeReport(lesson.source, engine, rehearsed);
    tell(`\n${report.passed} passed, ${report.failed} failed\n`);
    return report;
  } finally {
    await endDemo(demo, engine);
  }
}

async function beginDemo(path: string, { source, steps }: CourseLesson['lesson'], engine: Engine) {
  const { Traces } = await import('../demo/traces/traces.ts');
  const { DemoEngine } = await import('../demo/traces/demo-engine.ts');
  const { findTakenNames } = await import('../demo/rehearsal/taken-names.ts');
  const { stateFolder } = await import('../system/state-folder.ts');
  const { UsageError } = await import('../system/usage-error.ts');
  const demo = new DemoEngine(new Traces(stateFolder(), path));
  demo.setEngine(engine);
  await refuseWhileShown(demo, engine, source);
  await undoDemo(demo, engine, 'removing what an earlier demo left');
  const [taken] = findTakenNames(steps, await engine.containers());
  if (taken !== undefined)
    throw new UsageError(
      `there is a container ${taken} already, which no demo of ours is known to have made and which the steps of ${source} would ` +
        'use. Rename it (docker rename) or remove it.',
    );
  return demo;
}

/** A class may have it on screen. */
async function refuseWhileShown(demo: DemoEngine, engine: Engine, source: string): Promise<void> {
  const { UsageError } = await import('../system/usage-error.ts');
  const shown = (await demo.plan(engine)).things.filter(({ kind }) => kind !== 'images');
  const names = shown.flatMap(({ name, doubt }) => (doubt?.why === 'running' ? [name] : []));
  const running = shown.flatMap(({ doubt }) => (doubt?.why === 'running' ? [doubt.process] : []));
  if (names.length > 0)
    throw new UsageError(
      `another demo of ${source} runs (process ${[...new Set(running)].join(', ')}) and has made ` +
        `${names.join(', ')}. Start it again in its deck, which removes that, or end it, and rehearse then.`,
    );
}

/** An engine that is gone keeps what was made; the next reset or rehearsal removes it. */
async function endDemo(demo: DemoEngine, engine: Engine): Promise<void> {
  try {
    await demo.settle();
    await undoDemo(demo, engine);
  } catch (error) {
    complain(`capas: the demo was not undone: ${(error as Error).message}\n`);
  } finally {
    await demo.close();
  }
}

/** Images stay, for the next time, and what is in doubt. */
async function undoDemo(demo: DemoEngine, engine: Engine, announcement = ''): Promise<void> {
  const { things } = await demo.plan(engine);
  const certain = things.filter(({ kind, doubt }) => kind !== 'images' && doubt === null);
  const names = certain.map(({ name }) => name).join(', ');
  if (announcement !== '' && names !== '') complain(`capas: ${announcement}: ${names}\n`);
  const { problems } = await demo.remove(engine, certain);
  for (const problem of problems) complain(`capas: not removed: ${problem}\n`);
}

function makeReport(source: string, engine: Engine, rehearsed: readonly RehearsedStep[]): Report {
  const count = (...wanted: RehearsedStep['status'][]) =>
    rehearsed.filter(({ status }) => wanted.includes(status)).length;
  return {
    lesson: source,
    engine: { name: engine.name, version: engine.version },
    passed: count('passed'),
    failed: count('failed', 'timeout'),
    steps: rehearsed.map((one) => ({
      id: one.step.id,
      line: one.step.line,
      command: one.step.command,
      status: one.status,
      exit: one.exit,
      milliseconds: one.milliseconds,
      output: one.output,
      difference: one.reason || one.difference,
    })),
  };
}

/** Columns: status, seconds, output, line, command; below it what differs or why. */
function formatRow({ step, status, milliseconds, output, reason, difference }: RehearsedStep): string {
  const [first = '', ...more] = step.command.split('\n');
  const seconds = status === 'skipped' ? '' : `${(milliseconds / 1000).toFixed(2)} s`;
  const judged = status === 'skipped' ? '' : output;
  const command = `${step.insideName ? `[${step.insideName}] ` : ''}${first}${more.length > 0 ? ' …' : ''}`;
  const columns = [status.padEnd(7), seconds.padStart(9), judged.padEnd(7), String(step.line).padStart(5)];
  const why = reason || difference;
  return `${columns.join('  ')}  ${command}\n${why === '' ? '' : `${' '.repeat(36)}${why}\n`}`;
}
