import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface PlainServer {
  /** Where the folder is found: below a path, as on a host that has other things too. */
  address: string;
  /** What was asked for and was not there. */
  missing: string[];
  close(): void;
}

/** A file server that knows nothing of Capas and sends no policy: what guards a page is in the page. */
export async function serveFolder(folder: string): Promise<PlainServer> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://host').pathname);
    const file = join(folder, path.replace(/^\/cursos\/docker\//, '').replace(/(^|\/)$/, '$1index.html'));
    if (!path.startsWith('/cursos/docker/') || !existsSync(file) || !statSync(file).isFile()) {
      missing.push(path);
      return response.writeHead(404).end();
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/cursos/docker/`, missing, close: () => server.close() };
}
