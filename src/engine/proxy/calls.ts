import { decodeAddress } from '../../compiler/address.ts';
import { observeBuildKit } from './buildkit.ts';
import { observeContainer } from './containers.ts';
import type { Call, MadeKind, Observe } from './facts.ts';
import {
  observeBuild,
  observeImageRemoval,
  observeImport,
  observeLoad,
  observePull,
  observeTag,
} from './images.ts';
import { observeNetwork } from './networks.ts';
import { observeVolume, observeVolumePrune, observeVolumeRemoval } from './volumes.ts';

/**
 * The calls that make something which a reset removes, and those that take a name away, of Docker's API
 * (https://docs.docker.com/reference/api/engine/) and, under `/libpod`, of Podman's. Ids of containers and
 * networks never come back, so their removal need not be known. `makes`: what it is noted for before it is
 * passed on.
 */
const CALLS: readonly [method: string, path: RegExp, observe: Observe, makes?: readonly MadeKind[]][] = [
  ['POST', /^\/containers\/create$/, observeContainer, ['container', 'volume']],
  ['POST', /^\/networks\/create$/, observeNetwork, ['network']],
  ['POST', /^\/volumes\/create$/, observeVolume, ['volume']],
  ['POST', /^(?:\/local)?\/build$/, observeBuild],
  ['POST', /^\/images\/create$/, observePull],
  ['POST', /^\/images\/pull$/, observePull],
  ['POST', /^\/images\/import$/, observeImport],
  ['POST', /^\/images\/load$/, observeLoad],
  ['POST', /^\/commit$/, observeTag],
  ['POST', /^\/images\/.+\/tag$/, observeTag],
  ['DELETE', /^\/volumes\/[^/]+$/, observeVolumeRemoval],
  ['POST', /^\/volumes\/prune$/, observeVolumePrune],
  ['DELETE', /^\/images\/.+$/, observeImageRemoval],
  ['POST', /^\/images\/prune$/, observeImageRemoval],
  ['POST', /^\/(?:grpc|session)$/, observeBuildKit],
];

/** How to read a call; `null` for one that makes nothing that counts. */
export function findObserver(call: Call): Observe | null {
  return findRow(call)?.[2] ?? null;
}

/** What a call makes, as far as it is made all at once. */
export function listMadeKinds(call: Call): readonly MadeKind[] {
  return findRow(call)?.[3] ?? [];
}

function findRow({ method, path }: Call) {
  return CALLS.find((one) => one[0] === method && one[1].test(path));
}

/** The calls whose connection may leave HTTP: programs in a terminal, and BuildKit. */
const LEAVING =
  /^(?:POST \/(?:grpc|session|containers\/[^/]+\/attach|exec\/[^/]+\/start)|GET \/containers\/[^/]+\/attach\/ws)$/;

/** Whether the connection of a call may become one of bytes that are not read. */
export function mayLeaveHttp({ method, path }: Call): boolean {
  return LEAVING.test(`${method} ${path}`);
}

/** What a request is for, from its first line, whose target may be a whole address (RFC 9112, 3.2.2). */
export function readCall(method: string, target: string): Call {
  const [raw = '', query = ''] = target.replace(/^https?:\/\/[^/?]*/i, '').split(/\?(.*)/s);
  const path = decodeAddress(raw)
    .replace(/^\/v\d[\d.]*(?=\/)/, '')
    .replace(/^\/libpod(?=\/)/, '');
  return { method, path, query: new URLSearchParams(query) };
}
