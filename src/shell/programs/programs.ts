import type { Knowledge } from '../behaviour.ts';
import { clients } from './clients.ts';
import { clusters } from './clusters.ts';
import { engines } from './engines.ts';
import { screens } from './screens.ts';
import { shells } from './shells.ts';
import { system } from './system.ts';
import { tools } from './tools.ts';

const known = new Map<string, Knowledge>(
  [shells, engines, clusters, clients, screens, system, tools].flatMap((family) => Object.entries(family)),
);

/** What is known of a program, by its name without its folder. */
export function findKnowledge(name: string): Knowledge | undefined {
  return known.get(name);
}
