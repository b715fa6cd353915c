import type { Step } from '../../compiler/model.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Scope } from './view.ts';

/** Ids of what an engine held before a demo. */
export async function readBefore(engine: Pick<Engine, 'images' | 'containers'>): Promise<Set<string>> {
  const [images, containers] = await Promise.all([engine.images(), engine.containers()]);
  return new Set([...images, ...containers].map(({ id }) => id));
}

/** What a lesson's demo is about: the images of its steps, and the names that it gives to containers. */
export function makeScope(
  steps: readonly Pick<Step, 'images' | 'does'>[],
  before: ReadonlySet<string>,
): Scope {
  const named = steps.flatMap(({ does }) => does.engine.flatMap(({ container }) => container ?? []));
  return {
    images: [...new Set(steps.flatMap(({ images }) => images))],
    containers: [...new Set(named)],
    before,
  };
}
