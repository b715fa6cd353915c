/** A read-only layer of an image, as the engine keeps it. */
export interface EngineLayer {
  /** `sha256:…` of its content (the diff id): the same in every image that shares it. */
  digest: string;
  /** Bytes; `null` where the engine's history does not tell them. */
  size: number | null;
  /** The instruction that made it, e.g. `COPY index.html /`; empty where it is unknown. */
  createdBy: string;
}

export interface HistoryEntry {
  createdBy: string;
  size: number;
}

/**
 * Gives each layer its size: the engine tells sizes of an image's history only, in which instructions that
 * made no layer stand too. `history` is newest first, as the engine gives it, `digests` lowest first.
 */
export function matchLayers(digests: readonly string[], history: readonly HistoryEntry[]): EngineLayer[] {
  const oldestFirst = [...history].reverse();
  const makers = [oldestFirst.filter((entry) => entry.size > 0), oldestFirst.filter(makesLayer)].find(
    (entries) => entries.length === digests.length,
  );
  return digests.map((digest, at) => {
    const maker = makers?.[at];
    return { digest, size: maker?.size ?? null, createdBy: maker ? tidy(maker.createdBy) : '' };
  });
}

const METADATA =
  /^(?:\/bin\/sh -c #\(nop\)\s+)?(?:CMD|ENV|EXPOSE|LABEL|ENTRYPOINT|USER|VOLUME|MAINTAINER|STOPSIGNAL|HEALTHCHECK|ARG|SHELL|ONBUILD)\b/;

function makesLayer(entry: HistoryEntry): boolean {
  return entry.size > 0 || !METADATA.test(entry.createdBy);
}

/** As the instruction stood in the Dockerfile. */
function tidy(createdBy: string): string {
  return createdBy
    .replace(/^\/bin\/sh -c #\(nop\)\s+/, '')
    .replace(/^\/bin\/sh -c /, 'RUN ')
    .replace(/\s*# buildkit$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
