import type { Step } from '../compiler/model.ts';
import type { EngineContainer } from '../engine/engine.ts';

/**
 * Names of containers that a lesson gives and that are taken already: what bears them is the user's own, and
 * the lesson's commands would fail on it or, worse, remove it.
 */
export function findTakenNames(
  steps: readonly Pick<Step, 'command'>[],
  containers: readonly Pick<EngineContainer, 'name'>[],
): string[] {
  const given = new Set(steps.flatMap(({ command }) => listGivenNames(command)));
  return containers.map(({ name }) => name).filter((name) => given.has(name));
}

/** `docker run --name web`, `docker create --name=web`, also of Podman. */
function listGivenNames(command: string): string[] {
  if (!/\b(?:docker|podman)\b.*\b(?:run|create)\b/s.test(command)) return [];
  return [...command.matchAll(/--name[= ]\s*["']?([\w][\w.-]*)/g)].map((found) => found[1] ?? '');
}
