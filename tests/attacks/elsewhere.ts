import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another machine, which wants to hear of a page: it counts also who only connects. */
export interface Elsewhere {
  /** Address and port. */
  host: string;
  /** What was asked, and `connected` for each connection. */
  heard: string[];
  close(): void;
}

export async function startElsewhere(address = '127.0.0.1'): Promise<Elsewhere> {
  const heard: string[] = [];
  const server = createServer((request, answer) => {
    heard.push(`${request.method} ${request.url}`);
    answer.setHeader('Access-Control-Allow-Origin', '*').end();
  });
  server.on('connection', () => heard.push('connected'));
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return { host: `${address}:${port}`, heard, close: () => server.closeAllConnections() ?? server.close() };
}
