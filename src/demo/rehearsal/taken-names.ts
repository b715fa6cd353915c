import type { Step } from '../../compiler/model.ts';
import type { EngineContainer } from '../../engine/engine.ts';

/**
 * Names of containers that a lesson gives and that are taken already: what bears them is the user's own, and
 * the lesson's commands would fail on it or, worse, remove it.
 */
export function findTakenNames(
  steps: readonly Pick<Step, 'does'>[],
  containers: readonly Pick<EngineContainer, 'name'>[],
): string[] {
  const given = new Set(steps.flatMap(({ does }) => does.engine.map(({ container }) => container)));
  return containers.map(({ name }) => name).filter((name) => given.has(name));
}
