import type { Lesson } from '../compiler/model.ts';
import { print, printJson } from '../system/say.ts';
import { jsonArgument, makeCommand, pathArgument } from './command.ts';

export const inspect = makeCommand({
  meta: {
    name: 'inspect',
    description: 'Shows what a page compiles to: slides, steps, diagrams, exercises, warnings',
  },
  args: { path: pathArgument, json: jsonArgument },
  async run({ args }) {
    const { readCourse } = await import('./read-course.ts');
    const { countLeftOut } = await import('./left-out.ts');
    const { makeInspection } = await import('../compiler/html/manifest.ts');
    const course = readCourse(args.path);
    const lessons = course.lessons.map(({ lesson }) => makeInspection(lesson));
    if (args.json) {
      const whole = lessons.length === 1 ? lessons[0] : { title: course.title, lessons };
      printJson(whole);
    } else print(course.lessons.map(({ lesson }) => summarise(lesson)).join('\n'));
    return countLeftOut(course.leftOut, 0);
  },
});

/** A lesson as a person wants to see it at a glance. */
function summarise(lesson: Lesson): string {
  const { source, title, lang, slides, steps, diagrams, exercises, warnings } = lesson;
  const counts = `${slides.length} slides, ${steps.length} steps, ${diagrams.length} diagrams, ${exercises.length} exercises`;
  const lines = [
    `${source}: ${title} (${lang})`,
    `  ${counts}`,
    ...steps.map(
      (step) =>
        `  ${source}:${step.line}: ${step.inside ? `[${step.insideName}] ` : ''}${firstLine(step.command)}`,
    ),
    ...warnings.map((warning) => `  ${source}:${warning.line}: ${warning.code}: ${warning.message}`),
  ];
  return `${lines.join('\n')}\n`;
}

function firstLine(command: string): string {
  const [first, ...more] = command.split('\n');
  return more.length > 0 ? `${first} …` : first!;
}
