import { inOrder } from './diagnostics.ts';
import { findDiagrams } from './diagrams.ts';
import { findExercises } from './exercises.ts';
import { explain } from './explain/explain.ts';
import type { Explained } from './explain/explained.ts';
import { findMentions } from './mentions.ts';
import type { Lesson, Page, Surroundings } from './model.ts';
import { parsePage } from './page/parse.ts';
import { splitSlides } from './slides/split.ts';
import { squeezeOutputs } from './squeeze.ts';
import { readTranscripts } from './transcript/read.ts';

/**
 * Compiles a lesson page: text in, everything that is shown, run, printed or checked out. A pure function that
 * never throws; what the teacher should mend is in the lesson's warnings.
 */
export function compile(page: Page, surroundings: Surroundings): Lesson {
  const { parsed, demo, drawn } = read(page, surroundings);
  const asked = findExercises(squeezeOutputs(drawn.blocks));
  const title = parsed.title ?? '';
  return {
    title: title === '' ? nameOf(page.path) : title,
    lang: parsed.lang,
    source: page.path,
    document: asked.blocks,
    slides: splitSlides(asked.blocks, {
      title: title === '' ? nameOf(page.path) : title,
      steps: demo.steps,
    }),
    steps: demo.steps,
    diagrams: drawn.diagrams,
    exercises: asked.exercises,
    ...findMentions(asked.blocks),
    warnings: inOrder([...parsed.diagnostics, ...demo.diagnostics, ...drawn.diagnostics]),
    settings: parsed.settings,
  };
}

/** Tells what each line of a page was taken for, and why. It reads the page anew: no lesson carries the answer. */
export function explainPage(page: Page, surroundings: Surroundings): Explained[] {
  const { parsed, demo, drawn } = read(page, surroundings);
  return explain(parsed.takings, {
    became: new Map([...demo.became, ...drawn.became]),
    reasons: new Map([...demo.reasons, ...drawn.reasons]),
  });
}

/** The page's blocks, then what is typed in them, then what is drawn of them. */
function read(page: Page, surroundings: Surroundings) {
  const parsed = parsePage(page, surroundings);
  const demo = readTranscripts(parsed.blocks);
  const drawn = findDiagrams(demo.blocks, parsed.lang, surroundings);
  return { parsed, demo, drawn };
}

/** A page that says no title is called after its file, or its folder when it is an index. */
function nameOf(path: string): string {
  const parts = path
    .replace(/\.[^./\\]*$/, '')
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.');
  const name = parts.at(-1) ?? '';
  return /^(?:index|readme)$/i.test(name) && parts.length > 1 ? parts.at(-2)! : name;
}
