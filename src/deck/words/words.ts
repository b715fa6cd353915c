import { ENGLISH } from './english.ts';
import { SPANISH, type Words } from './spanish.ts';

export type { Words } from './spanish.ts';

/** The interface's words for a page in this language: Spanish for `es…`, English for all others. */
export function wordsFor(lang: string): Words {
  return /^es\b/i.test(lang) ? SPANISH : ENGLISH;
}

/** A duration for people, from milliseconds: `12 ms`, `0,4 s`, `1 min 5 s`. */
export function sayDuration(milliseconds: number, lang: string): string {
  if (milliseconds < 100) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds >= 60) return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
  const digits = seconds < 10 ? 1 : 0;
  const figure = seconds.toLocaleString(lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${figure} s`;
}

/** The day of an ISO 8601 date for people, short: `12 nov 2026`; empty when it is no date. */
export function sayDay(date: string, lang: string): string {
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) return '';
  return time.toLocaleDateString(lang, { day: 'numeric', month: 'short', year: 'numeric' });
}
