import { type EngineAddress, listAddresses } from './addresses.ts';
import type { Engine } from './container-engine.ts';
import { DockerEngine } from './docker-engine.ts';
import { type EngineError, normalizeEngineError } from './engine-error.ts';

export type {
  Engine,
  EngineChange,
  EngineContainer,
  EngineImage,
  EngineNetwork,
  EngineVolume,
} from './container-engine.ts';
export type { EngineEndpoint } from './endpoint.ts';
export type { EngineEvent } from './events.ts';
export type { EngineLayer } from './layers.ts';
export type { Fact, MadeKind, Thing } from './proxy/facts.ts';
export type { PullProgress } from './pull.ts';

/** Connects to the engine that the user's Docker or Podman command would use; `null` when there is none. */
export async function connectEngine(env: NodeJS.ProcessEnv = process.env): Promise<Engine | null> {
  return (await findEngine(env)).engine;
}

/** As {@link connectEngine}, with what was tried in vain and why: for `doctor`. */
export async function findEngine(
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ engine: Engine | null; tried: { address: EngineAddress; problem: EngineError }[] }> {
  const tried: { address: EngineAddress; problem: EngineError }[] = [];
  for (const address of listAddresses(env)) {
    try {
      return { engine: await DockerEngine.connect(address, env), tried };
    } catch (error) {
      tried.push({ address, problem: normalizeEngineError(error) });
    }
  }
  return { engine: null, tried };
}
