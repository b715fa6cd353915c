import type { Lesson } from '../../compiler/model.ts';
import { sameImage } from '../../diagram/image-names.ts';
import type { Engine } from '../../engine/engine.ts';
import { formatAsciicast, LARGEST_RECORDING, parseAsciicast } from '../../recording/asciicast.ts';
import {
  formatLayersSnapshot,
  type LayersSnapshot,
  layersSnapshotPath,
} from '../../recording/layers-snapshot.ts';
import { readUserText } from '../../system/user-file.ts';
import { WritableFolder } from '../../system/writable-folder.ts';
import type { RehearsedStep } from './rehearse.ts';

/** Refuses a folder whose recordings could not be written, before a rehearsal that takes its time. */
export function checkRecordings(folder: string): void {
  new WritableFolder(folder).check(layersSnapshotPath);
}

/**
 * Writes the recordings of the steps that passed beside the page in `folder`, as `recordings/<step>.cast`. Those of
 * other steps stay as they are.
 */
export function keepRecordings(folder: string, rehearsed: readonly RehearsedStep[]): void {
  const writable = new WritableFolder(folder);
  for (const { step, recording } of rehearsed) {
    if (recording) writable.write(pathOf(step.id), formatAsciicast(recording));
  }
}

/** Removes the recordings, made by a rehearsal, of steps that no page in `folder` has any more. */
export function removeRecordings(folder: string, known: ReadonlySet<string>): void {
  const writable = new WritableFolder(folder);
  const ids = writable
    .list('recordings')
    .filter((name) => name.endsWith('.cast'))
    .map((name) => name.slice(0, -'.cast'.length));
  for (const id of ids) {
    if (!known.has(id) && isRecordingOf(id, writable.find(pathOf(id)))) writable.remove(pathOf(id));
  }
}

function pathOf(id: string): string {
  return `recordings/${id}.cast`;
}

/** A recording of somebody else's, of whatever name, does not say that it is of the step that it is named after. */
function isRecordingOf(id: string, file: string | null): boolean {
  const text = file === null ? null : readUserText(file, LARGEST_RECORDING);
  try {
    return text !== null && parseAsciicast(text).step === id;
  } catch {
    return false;
  }
}

/**
 * The layers of images that the lesson's `layers` blocks only name, as the engine has them now; `null` where
 * there is no such block.
 */
export async function recordLayers(
  lesson: Pick<Lesson, 'diagrams'>,
  engine: Engine,
  standIn: boolean,
): Promise<LayersSnapshot | null> {
  const names = listNamedOnly(lesson);
  if (names.length === 0) return null;
  const tags = (await engine.images()).flatMap((image) => image.tags);
  const present = names.filter((name) => tags.some((tag) => sameImage(tag, name)));
  const layers = await Promise.all(present.map((name) => engine.layers(name)));
  const images = Object.fromEntries(
    present.map((name, at) => [
      name,
      (layers[at] ?? []).map(({ digest, createdBy, size }) => ({ id: digest, made: createdBy, size })),
    ]),
  );
  return { date: new Date().toISOString(), engine: `${engine.name} ${engine.version}`, standIn, images };
}

export function keepLayers(folder: string, snapshot: LayersSnapshot): void {
  new WritableFolder(folder).write(layersSnapshotPath, formatLayersSnapshot(snapshot));
}

/** A diagram that shows recorded layers names images only, too: they were filled in. */
function listNamedOnly({ diagrams }: Pick<Lesson, 'diagrams'>): string[] {
  const images = diagrams.flatMap(({ stack, recorded }) =>
    (stack?.images ?? []).filter(({ layers }) => layers === null || recorded !== null),
  );
  return [...new Set(images.map(({ name }) => name))];
}
