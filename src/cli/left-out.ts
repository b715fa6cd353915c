import type { LeftOutPage } from '../course/course.ts';
import { complain } from '../system/say.ts';

/** Says which pages a command goes on without. */
export function tellLeftOut(pages: readonly LeftOutPage[]): void {
  for (const { name, reason } of pages) complain(`capas: left out: ${name}: ${reason}\n`);
}

/** The exit status of a command that went on without these pages: 1, if it is not worse. */
export function countLeftOut(pages: readonly LeftOutPage[], status: number): number {
  return status === 0 && pages.length > 0 ? 1 : status;
}
