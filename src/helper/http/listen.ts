import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../../system/usage-error.ts';

/** Ports tried, counted from the one asked for. */
const TRIES = 20;

/**
 * Lets a server listen on 127.0.0.1 (the literal address, never a name that may mean another interface) at
 * the first free port from `port` on. With 0 it is the `wanted` one where that is free, else one that the system
 * chooses. Gives the port.
 */
export async function listen(server: Server, port: number, wanted = 0): Promise<number> {
  const candidates = port === 0 ? [wanted, 0] : portsFrom(port);
  for (const candidate of candidates) {
    if (await tryListen(server, candidate)) return (server.address() as AddressInfo).port;
  }
  throw new UsageError(`ports ${port} to ${candidates.at(-1)} are taken. Name another one: --port 9000`);
}

function portsFrom(port: number): number[] {
  return Array.from({ length: TRIES }, (_, at) => port + at).filter((one) => one <= 65_535);
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', done);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const done = () => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', done);
    server.listen({ port, host: '127.0.0.1', exclusive: true });
  });
}
