import type { Engine, PullProgress } from '../engine/engine.ts';
import { complain, draw, print } from '../system/say.ts';
import { makeVisible } from '../system/visible.ts';
import { makeCommand, pathArgument } from './command.ts';

export const preload = makeCommand({
  meta: {
    name: 'preload',
    description: 'Pulls the images that the lesson needs, so that the class does not wait',
  },
  args: {
    path: pathArgument,
    refresh: { type: 'boolean', description: 'Pull again what is already there' },
  },
  async run({ args }) {
    const { readCourse } = await import('./read-course.ts');
    const { countLeftOut } = await import('./left-out.ts');
    const { requireEngine } = await import('./require-engine.ts');
    const { lessons, leftOut } = readCourse(args.path);
    const images = [...new Set(lessons.flatMap(({ lesson }) => lesson.steps.flatMap((step) => step.images)))];
    if (images.length === 0) {
      print('The commands name no images: there is nothing to pull.\n');
      return countLeftOut(leftOut, 0);
    }
    const engine = await requireEngine();
    let failed = 0;
    for (const image of images) if (!(await fetchImage(engine, image, args.refresh ?? false))) failed++;
    return countLeftOut(leftOut, failed > 0 ? 1 : 0);
  },
});

/** Says one line for an image; whether it is there now. */
async function fetchImage(engine: Engine, image: string, refresh: boolean): Promise<boolean> {
  if (!refresh && (await engine.digest(image)) !== null) return tell(image, 'already here');
  const progress = new ProgressLine(image);
  try {
    await engine.pull(image, (at) => progress.show(at));
    progress.clear();
    return tell(image, 'pulled');
  } catch (error) {
    progress.clear();
    const reason = (error as Error).message;
    complain(`capas: ${image}: ${reason}. Check the name and the network; its steps will replay.\n`);
    return false;
  }
}

function tell(image: string, state: string): true {
  print(`${image}: ${state}\n`);
  return true;
}

/** One line that is written over and over on a terminal, and not at all into a file. */
class ProgressLine {
  private readonly name: string;
  private length = 0;

  constructor(name: string) {
    this.name = name;
  }

  show({ status, done, layers, bytes, total }: PullProgress): void {
    if (!process.stderr.isTTY) return;
    const share = total > 0 ? ` ${Math.floor((bytes / total) * 100)} %` : '';
    const line =
      `${makeVisible(this.name)}: ${done} of ${layers} layers${share}  ${makeVisible(status)}`.slice(0, 79);
    draw(`\r${line.padEnd(this.length)}`, process.stderr);
    this.length = line.length;
  }

  clear(): void {
    if (this.length > 0) draw(`\r${' '.repeat(this.length)}\r`, process.stderr);
  }
}
