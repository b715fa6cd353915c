import * as v from 'valibot';

/** Where a lesson's recorded layers lie, beside its page. */
export const layersSnapshotPath = 'recordings/layers.json';

const layer = v.object({
  id: v.string(),
  made: v.optional(v.string(), ''),
  /** Bytes. */
  size: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0))), null),
});

const schema = v.object({
  /** ISO 8601, when it was taken. */
  date: v.string(),
  /** e.g. `Docker 28.1.1`. */
  engine: v.optional(v.string(), ''),
  /** Taken of stand-in images of the test lab. */
  standIn: v.optional(v.boolean(), false),
  /** By the image's name in the lesson; lowest layer first. */
  images: v.record(v.string(), v.array(layer)),
});

/** The layers of a lesson's images as a rehearsal found them. */
export type LayersSnapshot = v.InferOutput<typeof schema>;

/** Reads a snapshot; `null` for anything that is none. */
export function parseLayersSnapshot(text: string): LayersSnapshot | null {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

export function formatLayersSnapshot(snapshot: LayersSnapshot): string {
  return `${JSON.stringify(snapshot, null, 2)}\n`;
}
