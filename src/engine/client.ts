import type Dockerode from 'dockerode';
import type { EngineAddress } from './addresses.ts';
import { readEndpoint } from './endpoint.ts';
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
  const endpoint = readEndpoint(address);
  if (endpoint && 'path' in endpoint) return { socketPath: endpoint.path, protocol: 'http' };
  if (endpoint) {
    const { host, port, secure } = endpoint;
    return { protocol: secure ? 'https' : 'http', host, port };
  }
  const url = URL.canParse(address.host) ? new URL(address.host) : null;
  if (url?.protocol !== 'ssh:') {
    throw new EngineError(
      'unreachable',
      `${address.from} names an address that can't be understood: ${address.host}`,
    );
  }
  return {
    protocol: 'ssh',
    host: url.hostname,
    port: Number(url.port || 22),
    username: url.username || env['USER'],
    sshOptions: { agent: env['SSH_AUTH_SOCK'] },
  };
}
