import type Dockerode from 'dockerode';
import type { EngineAddress } from './addresses.ts';
import { EngineError } from './engine-error.ts';

/**
 * A client for an address. Everything is said here: what is left out, the library would take from the
 * environment of this process.
 * @throws EngineError for an address that can't be understood.
 */
export async function makeClient(address: EngineAddress, env: NodeJS.ProcessEnv): Promise<Dockerode> {
  // Loaded only where there is an address: it takes longer to load than a lesson to compile.
  const { default: Client } = await import('dockerode');
  const unsaid = {
    host: undefined,
    port: undefined,
    socketPath: undefined,
    timeout: 0,
    connectionTimeout: 0,
  };
  return new Client({
    ...unsaid,
    ...readHost(address, env),
    ...(address.tls ?? {}),
  } as Dockerode.DockerOptions);
}

function readHost(address: EngineAddress, env: NodeJS.ProcessEnv): object {
  const { host, tls } = address;
  if (host.startsWith('unix://')) return { socketPath: host.slice('unix://'.length), protocol: 'http' };
  if (host.startsWith('npipe://')) return { socketPath: host.slice('npipe://'.length), protocol: 'http' };
  const url = URL.canParse(host) ? new URL(host) : null;
  if (!url || !['tcp:', 'http:', 'https:', 'ssh:'].includes(url.protocol)) {
    throw new EngineError(
      'unreachable',
      `${address.from} names an address that can't be understood: ${host}`,
    );
  }
  if (url.protocol === 'ssh:') {
    const sshOptions = { agent: env['SSH_AUTH_SOCK'] };
    return {
      protocol: 'ssh',
      host: url.hostname,
      port: Number(url.port || 22),
      username: url.username || env['USER'],
      sshOptions,
    };
  }
  const secure = tls !== null || url.protocol === 'https:';
  return {
    protocol: secure ? 'https' : 'http',
    host: url.hostname,
    port: Number(url.port || (secure ? 2376 : 2375)),
  };
}
