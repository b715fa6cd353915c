import { dirname } from 'node:path';
import { loadCourse } from '../course/course.ts';

/** Ids of the steps of a page and of those that share its folder; `null` where it is not known which those are. */
export function listKnownSteps(page: string): Set<string> | null {
  const folder = dirname(page);
  try {
    const { lessons, leftOut } = loadCourse(folder);
    if (leftOut.length > 0 || !lessons.some((own) => own.path === page)) return null;
    const beside = lessons.filter((own) => own.folder === folder);
    return new Set(beside.flatMap(({ lesson }) => lesson.steps.map(({ id }) => id)));
  } catch {
    return null;
  }
}
