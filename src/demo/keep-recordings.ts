import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lesson } from '../compiler/model.ts';
import { sameImage } from '../diagram/image-names.ts';
import type { Engine } from '../engine/engine.ts';
import { formatAsciicast } from '../recording/asciicast.ts';
import {
  formatLayersSnapshot,
  type LayersSnapshot,
  layersSnapshotPath,
} from '../recording/layers-snapshot.ts';
import type { RehearsedStep } from './rehearse.ts';

/**
 * Writes the recordings of the steps that passed beside the page in `folder`, as `recordings/<step>.cast`,
 * and removes those of steps that the page no longer has. Those of other steps stay as they are.
 */
export function keepRecordings(folder: string, rehearsed: readonly RehearsedStep[]): void {
  const place = join(folder, 'recordings');
  const known = new Set(rehearsed.map(({ step }) => `${step.id}.cast`));
  mkdirSync(place, { recursive: true });
  for (const name of readdirSync(place)) {
    if (name.endsWith('.cast') && !known.has(name)) rmSync(join(place, name));
  }
  for (const { step, recording } of rehearsed) {
    if (recording) writeFileSync(join(place, `${step.id}.cast`), formatAsciicast(recording));
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
  const file = join(folder, layersSnapshotPath);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, formatLayersSnapshot(snapshot));
}

/** A diagram that shows recorded layers names images only, too: they were filled in. */
function listNamedOnly({ diagrams }: Pick<Lesson, 'diagrams'>): string[] {
  const images = diagrams.flatMap(({ stack, recorded }) =>
    (stack?.images ?? []).filter(({ layers }) => layers === null || recorded !== null),
  );
  return [...new Set(images.map(({ name }) => name))];
}
