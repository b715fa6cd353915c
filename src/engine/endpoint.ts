import { connect, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectSecurely } from 'node:tls';
import type { EngineAddress } from './addresses.ts';

/** What a socket of one's own can be connected to, to speak HTTP with the engine. */
export type EngineEndpoint =
  | { path: string }
  | { host: string; port: number; secure: boolean; tls: EngineAddress['tls'] };

/** The endpoint of an address; `null` for one that is reached through another program (`ssh://`), and for none. */
export function readEndpoint({ host, tls }: EngineAddress): EngineEndpoint | null {
  const socket = /^(?:unix|npipe):\/\/(.+)$/.exec(host);
  if (socket) return { path: socket[1]! };
  if (!/^(?:tcp|https?):\/\//.test(host)) return null;
  // A URL of HTTP's own would leave out port 80, which is not the engine's.
  const address = host.replace(/^https?:/, 'tcp:');
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.hostname === '') return null;
  const secure = tls !== null || host.startsWith('https:');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 2376 : 2375)),
    secure,
    tls,
  };
}

/** Connects. `halfOpen`: each side may end its own direction while the other goes on. */
export function dial(endpoint: EngineEndpoint, { halfOpen = false } = {}): Socket {
  if ('path' in endpoint) return connect({ path: endpoint.path, allowHalfOpen: halfOpen });
  const { host, port, secure, tls } = endpoint;
  if (!secure) return connect({ host, port, allowHalfOpen: halfOpen });
  const servername = isIP(host) === 0 ? host : '';
  // The types lack what net's sockets and TLS's share.
  const options = { host, port, servername, ...(tls ?? {}), allowHalfOpen: halfOpen } as ConnectionOptions;
  return connectSecurely(options);
}
