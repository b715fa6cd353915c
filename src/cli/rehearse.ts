import type { RehearsedStep } from '../demo/rehearse.ts';
import type { Engine } from '../engine/engine.ts';
import type { CourseLesson } from '../helper/course.ts';
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
    const { requireEngine } = await import('./require-engine.ts');
    const { beginRun } = await import('../demo/run-mark.ts');
    const { stateFolder } = await import('../helper/state-folder.ts');
    const course = readCourse(args.path);
    const engine = await requireEngine();
    const run = await beginRun(stateFolder(), () => {});
    const options = {
      mark: run.mark,
      update: args.update ?? false,
      standIn: (args['stand-in'] ?? false) || engine.standIn,
      json: args.json ?? false,
    };
    const reports: Report[] = [];
    for (const lesson of course.lessons) reports.push(await rehearseLesson(lesson, engine, options));
    run.forget();
    if (options.json) {
      const whole = reports.length === 1 ? reports[0] : { title: course.title, lessons: reports };
      printJson(whole);
    }
    return reports.some(({ failed }) => failed > 0) ? 1 : 0;
  },
});

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
  options: { update: boolean; standIn: boolean; json: boolean; mark: string },
): Promise<Report> {
  const { rehearse: perform } = await import('../demo/rehearse.ts');
  const { keepLayers, keepRecordings, recordLayers } = await import('../demo/keep-recordings.ts');
  const { languageOf } = await import('../helper/words.ts');
  const tell = (text: string) => options.json || print(text);
  const demo = await beginDemo(path, lesson, engine);
  const interrupt = new AbortController();
  const onInterrupt = () => interrupt.abort();
  process.once('SIGINT', onInterrupt);
  try {
    tell(`${lesson.source}: ${lesson.title}\n${engine.name} ${engine.version}\n\n`);
    const rehearsed = await perform({
      steps: lesson.steps,
      lang: languageOf(lesson.lang),
      engine,
      cwd: folder,
      standIn: options.standIn,
      mark: options.mark,
      signal: interrupt.signal,
      onStep: (one) => tell(formatRow(one)),
    });
    if (options.update) {
      keepRecordings(folder, rehearsed);
      const layers = await recordLayers(lesson, engine, options.standIn);
      if (layers) keepLayers(folder, layers);
    }
    const report = makeReport(lesson.source, engine, rehearsed);
    tell(`\n${report.passed} passed, ${report.failed} failed\n`);
    return report;
  } finally {
    process.off('SIGINT', onInterrupt);
    await endDemo(demo, engine);
  }
}

async function beginDemo(path: string, { source, steps }: CourseLesson['lesson'], engine: Engine) {
  const { Traces } = await import('../demo/traces.ts');
  const { takeSnapshot } = await import('../demo/snapshot.ts');
  const { findTakenNames } = await import('../demo/names.ts');
  const { stateFolder } = await import('../helper/state-folder.ts');
  const { UsageError } = await import('../helper/usage-error.ts');
  const demo = new Traces(stateFolder(), path);
  await demo.reset(engine);
  const [taken] = findTakenNames(steps, await takeSnapshot(engine));
  if (taken !== undefined)
    throw new UsageError(
      `there is a container ${taken} already, which no demo of ours made and which the steps of ${source} would ` +
        'use. Rename it (docker rename) or remove it.',
    );
  await demo.begin(engine);
  return demo;
}

/** An engine that is gone keeps what was made; the next reset or rehearsal removes it. */
async function endDemo(demo: Awaited<ReturnType<typeof beginDemo>>, engine: Engine): Promise<void> {
  try {
    const reset = await demo.reset(engine);
    await demo.end(engine);
    for (const problem of reset?.problems ?? []) complain(`capas: not removed: ${problem}\n`);
  } catch (error) {
    complain(`capas: the demo was not undone: ${(error as Error).message}\n`);
  }
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
