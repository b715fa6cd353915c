import { inject } from 'vitest';
import { connectEngine, type Engine } from '../../src/engine/engine.ts';
import { run } from './environment/run.js';

/** Runs the Docker client on the lab's engine; gives what it printed. */
export function docker(...args: string[]): Promise<string> {
  return run('docker', args, { DOCKER_HOST: inject('dockerHost') });
}

/** The lab's engine. */
export async function connectLab(host = inject('dockerHost')): Promise<Engine> {
  const engine = await connectEngine({ DOCKER_HOST: host });
  if (!engine) throw new Error(`nobody answers at ${host}`);
  return engine;
}

/** Names of all containers. */
export async function listContainers(): Promise<string[]> {
  return (await docker('ps', '-a', '--format', '{{.Names}}')).split('\n').filter(Boolean).sort();
}

/** Removes all containers and images: the lab's engine as it was when it came up. */
export async function emptyEngine(): Promise<void> {
  const containers = (await docker('ps', '-aq')).split('\n').filter(Boolean);
  if (containers.length > 0) await docker('rm', '-f', ...containers);
  const images = (await docker('images', '-q')).split('\n').filter(Boolean);
  if (images.length > 0) await docker('rmi', '-f', ...new Set(images));
}
