import { posix } from 'node:path';
import { decodeAddress } from '../compiler/address.ts';
import { findAddresses } from '../compiler/html/addresses.ts';
import type { Lesson } from '../compiler/model.ts';
import type { RecordingInfo } from '../protocol/deck-data.ts';
import type { Addressing } from './render-options.ts';

export interface NamedFiles extends Addressing {
  lesson: Lesson;
  recordings: Record<string, RecordingInfo>;
}

/**
 * The files that a lesson refers to: what its pages show or link to, and the recordings of its steps. By address
 * from the course's root, decoded: `imagenes/img/a.png`, `_files/assets/b.png`. Whatever else lies beside a page
 * is nobody's business.
 */
export function findPageFiles({ slug, lesson, recordings, ...place }: NamedFiles): Set<string> {
  const shown = findAddresses(lesson, place).map(pathOf).filter(isOfCourse).map(decodeAddress);
  const replayed = Object.values(recordings).map(({ href }) => href);
  const own = [...shown, ...replayed].map((address) => posix.join(slug, address));
  return new Set(own.filter((address) => address.startsWith(`${slug}/`) || address.startsWith('_files/')));
}

/** Without what a browser does not ask its server for, or asks it of the same file. */
function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

function isOfCourse(path: string): boolean {
  return path !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(path);
}
