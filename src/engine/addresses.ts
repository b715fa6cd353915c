import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readUserFile } from '../system/user-file.ts';

/** Bytes of one of the engine's own settings or certificates. */
const LARGEST = 1024 * 1024;

/** Where an engine may be listening. */
export interface EngineAddress {
  /** As in `DOCKER_HOST`: `unix:///var/run/docker.sock`, `tcp://…`, `ssh://…`. */
  host: string;
  /** Why it was looked for there, for people: `DOCKER_HOST`, `context colima`. */
  from: string;
  /** PEM texts, where the address is spoken to by TLS. */
  tls: { ca: string; cert: string; key: string } | null;
}

/**
 * The addresses to try, best first: what the user said (`DOCKER_HOST`, a context), and if nothing was said
 * the sockets of Docker, rootless Docker, Docker Desktop, Colima and Podman that are there.
 */
export function listAddresses(env: NodeJS.ProcessEnv): EngineAddress[] {
  const home = env['HOME'] || homedir();
  if (env['DOCKER_HOST']) return [{ host: env['DOCKER_HOST'], from: 'DOCKER_HOST', tls: readTls(env, home) }];
  const config = env['DOCKER_CONFIG'] || join(home, '.docker');
  const context = env['DOCKER_CONTEXT'] || readCurrentContext(config);
  const chosen = context && context !== 'default' ? readContext(config, context) : null;
  if (chosen) return [chosen];
  return listSockets(env, home).filter(({ host }) => existsSync(host.slice('unix://'.length)));
}

function listSockets(env: NodeJS.ProcessEnv, home: string): EngineAddress[] {
  const runtime = env['XDG_RUNTIME_DIR'];
  const sockets: [string, string][] = [
    ['/var/run/docker.sock', 'Docker'],
    ...(runtime ? [[join(runtime, 'docker.sock'), 'rootless Docker'] as [string, string]] : []),
    [join(home, '.docker/run/docker.sock'), 'Docker Desktop'],
    [join(home, '.docker/desktop/docker.sock'), 'Docker Desktop'],
    [join(home, '.colima/default/docker.sock'), 'Colima'],
    ...(runtime ? [[join(runtime, 'podman/podman.sock'), 'Podman'] as [string, string]] : []),
    ['/run/podman/podman.sock', 'Podman'],
  ];
  const podman = env['CONTAINER_HOST']?.startsWith('unix://')
    ? [{ host: env['CONTAINER_HOST'], from: 'CONTAINER_HOST', tls: null }]
    : [];
  return [...podman, ...sockets.map(([path, from]) => ({ host: `unix://${path}`, from, tls: null }))];
}

function readTls(env: NodeJS.ProcessEnv, home: string): EngineAddress['tls'] {
  if (!env['DOCKER_TLS_VERIFY'] && !env['DOCKER_CERT_PATH']) return null;
  return readPems(env['DOCKER_CERT_PATH'] || join(home, '.docker'));
}

function readCurrentContext(config: string): string | null {
  const value = readJson(join(config, 'config.json'));
  return typeof value['currentContext'] === 'string' ? value['currentContext'] : null;
}

/** Docker keeps a context under the digest of its name. */
function readContext(config: string, name: string): EngineAddress | null {
  const digest = createHash('sha256').update(name).digest('hex');
  const meta = readJson(join(config, 'contexts/meta', digest, 'meta.json')) as {
    Endpoints?: { docker?: { Host?: unknown } };
  };
  const host = meta.Endpoints?.docker?.Host;
  if (typeof host !== 'string' || host === '') return null;
  return { host, from: `context ${name}`, tls: readPems(join(config, 'contexts/tls', digest, 'docker')) };
}

function readPems(folder: string): EngineAddress['tls'] {
  try {
    const [ca, cert, key] = ['ca.pem', 'cert.pem', 'key.pem'].map((name) =>
      readUserFile(join(folder, name), LARGEST).toString(),
    );
    return { ca: ca ?? '', cert: cert ?? '', key: key ?? '' };
  } catch {
    return null;
  }
}

function readJson(path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readUserFile(path, LARGEST).toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
