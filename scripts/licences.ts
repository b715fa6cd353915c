import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences (SPDX) under which code and fonts may be handed on with Capas: the notice stays, nothing else is asked. */
const allowed = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', '0BSD', 'BlueOak-1.0.0'],
]);

/** Given to the public domain by its author, and not to be avoided: the engine's client needs it. */
const publicDomain = new Map([['tweetnacl', 'Unlicense']]);

/** Packages whose `license` field is missing, with what their licence file says. */
const stated = new Map([
  ...['khroma', 'ssh2', 'buildcheck', 'cpu-features'].map((name) => [name, 'MIT'] as const),
]);

/** A package as it is handed on. */
export interface Package {
  name: string;
  version: string;
  /** An SPDX expression; empty when nobody knows. */
  licence: string;
  /** What its licence files say, with its copyright. */
  notice: string;
}

/** Whether a package may leave with Capas; of a choice (`A OR B`) one licence is enough. */
export function mayLeave({ name, licence }: Pick<Package, 'name' | 'licence'>): boolean {
  if (publicDomain.get(name) === licence) return true;
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one)));
}

/** A package's licence, by its `license` field, or by what is known of it. */
export function nameLicence(name: string, field: unknown): string {
  return typeof field === 'string' ? field : (stated.get(name) ?? '');
}

/** Reads the package in a folder of `node_modules`. */
export function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { name, version, licence: nameLicence(name, license), notice: readNotice(folder) };
}

function readNotice(folder: string): string {
  return readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n');
}
