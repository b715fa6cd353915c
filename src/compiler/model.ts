/**
 * What a compiled lesson is: the one contract between the compiler and everything that shows, runs,
 * prints or checks a lesson. Plain data (it survives `JSON.stringify`), no DOM, no Node.
 *
 * A `line` counts from 1 in the file as it is on disk, front matter included.
 */

export type * from './model/blocks.ts';
export type * from './model/diagnostic.ts';
export type * from './model/lesson.ts';
export type * from './model/mentions.ts';
export type * from './model/page.ts';
export type * from './model/slides.ts';
export type * from './model/steps.ts';
