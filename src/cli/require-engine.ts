import { type Engine, findEngine } from '../engine/engine.ts';
import { UsageError } from '../system/usage-error.ts';

/** The engine that the user's commands would speak to. Throws {@link UsageError} with what was tried. */
export async function requireEngine(): Promise<Engine> {
  const { engine, tried } = await findEngine();
  if (engine) return engine;
  const problems = tried.map(
    ({ address, problem }) => `${address.host} (${address.from}): ${problem.message}`,
  );
  const where = problems.length > 0 ? `; tried ${problems.join('; ')}` : '';
  throw new UsageError(`no container engine answers. Start Docker, or set DOCKER_HOST${where}`);
}
