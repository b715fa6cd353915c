import type { Lesson } from '../compiler/model.ts';
import type { CourseLesson } from '../course/course.ts';
import { print, printJson } from '../system/say.ts';
import { jsonArgument, makeCommand, pathArgument } from './command.ts';

export const inspect = makeCommand({
  meta: {
    name: 'inspect',
    description: 'Shows what a page compiles to: slides, steps, diagrams, exercises, warnings',
  },
  args: {
    path: pathArgument,
    blocks: {
      type: 'boolean',
      description:
        'Tell what each line of the page was taken for, and why (also why a command has no button)',
    },
    json: jsonArgument,
  },
  async run({ args }) {
    const { readCourse } = await import('./read-course.ts');
    const { countLeftOut } = await import('./left-out.ts');
    const course = readCourse(args.path);
    const view = args.blocks ? await viewLines() : await viewLesson();
    if (args.json) {
      const lessons = course.lessons.map(view.toJson);
      printJson(lessons.length === 1 ? lessons[0] : { title: course.title, lessons });
    } else print(course.lessons.map(view.format).join('\n'));
    return countLeftOut(course.leftOut, 0);
  },
});

/** What is shown of a lesson: for programs, and for people. */
interface View {
  toJson(own: CourseLesson): unknown;
  format(own: CourseLesson): string;
}

async function viewLesson(): Promise<View> {
  const { makeInspection } = await import('../compiler/inspection.ts');
  return {
    toJson: ({ lesson }) => makeInspection(lesson),
    format: ({ lesson }) => summarise(lesson),
  };
}

async function viewLines(): Promise<View> {
  const { formatTable, toJson } = await import('./explained-lines.ts');
  const { readPageText } = await import('../course/text-file.ts');
  const { readLines } = await import('../compiler/page/lines.ts');
  const { explainPage } = await import('../compiler/compile.ts');
  const read = ({ path, lesson, surroundings }: CourseLesson) => {
    const { text } = readPageText(path, lesson.source);
    const explained = explainPage({ path: lesson.source, text }, surroundings);
    return [explained, readLines(text).map((line) => line.text)] as const;
  };
  return {
    toJson: (own) => ({ title: own.lesson.title, source: own.lesson.source, lines: toJson(...read(own)) }),
    format: (own) => `${own.lesson.source}\n${formatTable(...read(own))}`,
  };
}

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
