import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rewriteSvg } from '../diagram/svg/rewrite.ts';
import type { RecordingInfo } from '../protocol/deck-data.ts';
import { LARGEST_RECORDING, measureDuration, parseAsciicast, readExit } from '../recording/asciicast.ts';
import type { Recording } from '../recording/recording.ts';
import { readUserText } from '../system/user-file.ts';
import type { CourseLesson } from './course.ts';
import { resolveInside } from './resolve-inside.ts';

/** Bytes; a larger picture of a diagram is left out. */
export const LARGEST_DIAGRAM = 2 * 1024 * 1024;

/** By step id: what the badges of a lesson's replays tell. Files that are no recordings are left out. */
export function readRecordings({
  folder,
  lesson,
}: Pick<CourseLesson, 'folder' | 'lesson'>): Record<string, RecordingInfo> {
  const steps = new Set(lesson.steps.map((step) => step.id));
  const found = list(join(folder, 'recordings'))
    .map((file) => basename(file, '.cast'))
    .filter((id) => steps.has(id))
    .map((id) => [id, readInfo(folder, id)] as const);
  return Object.fromEntries(found.filter((entry): entry is [string, RecordingInfo] => entry[1] !== null));
}

/**
 * The pre-rendered SVG of a diagram of the lesson in `folder`, or `null` when there is none yet. It will stand
 * in the page, and whoever wrote the lesson may have written it: nothing in it runs or loads anything.
 */
export function readDiagram(folder: string, id: string): string | null {
  const text = readSmall(folder, join('diagrams', `${id}.svg`), LARGEST_DIAGRAM);
  return text === null ? null : rewriteSvg(text, id);
}

function readInfo(folder: string, id: string): RecordingInfo | null {
  const text = readSmall(folder, join('recordings', `${id}.cast`), LARGEST_RECORDING);
  if (text === null) return null;
  try {
    return describe(parseAsciicast(text), `recordings/${id}.cast`);
  } catch {
    return null;
  }
}

/** The text of a file, never of a device or a pipe, that is not too large. */
function readSmall(folder: string, name: string, largest: number): string | null {
  const file = resolveInside(folder, name);
  return file === null ? null : readUserText(file, largest);
}

function describe(recording: Recording, href: string): RecordingInfo {
  const { date, engine, images, standIn } = recording;
  return {
    ...{ href, date, engine, images, standIn },
    ...{ exit: readExit(recording), milliseconds: measureDuration(recording) },
  };
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.cast'));
  } catch {
    return [];
  }
}
