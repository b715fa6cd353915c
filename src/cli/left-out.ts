import type { LeftOutPage } from '../helper/course.ts';
import { complain } from '../system/say.ts';

let isAny = false;

/** Says which pages a command goes on without; its exit status is 1 then, if it is not worse. */
export function tellLeftOut(pages: readonly LeftOutPage[]): void {
  for (const { message } of pages) complain(`capas: left out: ${message}\n`);
  isAny ||= pages.length > 0;
}

/** The exit status of a command that may have left pages out. */
export function withLeftOut(status: number): number {
  return status === 0 && isAny ? 1 : status;
}
