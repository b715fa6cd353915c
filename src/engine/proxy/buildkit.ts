import { findNewImages } from './appeared.ts';
import type { Observe } from './facts.ts';

/**
 * A connection of BuildKit's own: gRPC in HTTP/2. What appeared while it was open is surely its own where the
 * engine's answer to a build tells the image's id; it tells none of a build that fails, and the names that a
 * build gives can't be read.
 */
export const observeBuildKit: Observe = async (_, engine, known) => {
  const before = await engine.images();
  const results = new BuildResults();
  return {
    overhear: (bytes) => results.push(bytes),
    async end() {
      const claim = { asked: null, references: [], ids: [...results.ids], ending: 'unknown' } as const;
      return findNewImages(before, await engine.images(), known, claim);
    },
  };
};

/**
 * The images that BuildKit's `SolveResponse` tells: the entries of a map, field 1 of that message
 * (moby/buildkit, api/services/control/control.proto). The history of builds has the same map as field 9, also
 * for builds of others, and is not meant.
 */
const RESULT =
  /\n(?:`\n\x15containerimage\.digest|g\n\x1ccontainerimage\.config\.digest)\x12G(sha256:[0-9a-f]{64})/g;
/** Bytes of the longer one. */
const LENGTH = 105;

class BuildResults {
  readonly ids = new Set<string>();
  /** Bytes that may begin what the next piece ends. */
  private rest = '';

  push(bytes: Buffer): void {
    const text = this.rest + bytes.toString('latin1');
    for (const [, id = ''] of text.matchAll(RESULT)) this.ids.add(id);
    this.rest = text.slice(1 - LENGTH);
  }
}
