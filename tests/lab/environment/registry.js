/** A registry on this machine, which the lab's engine takes for Docker Hub. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startProgram, waitUntil } from './processes.js';

/**
 * @param {string} folder where its settings and its log go
 * @param {string} store where it keeps images
 * @returns {Promise<{ address: string, pid: number }>} its `host:port`
 */
export async function startRegistry(folder, store) {
  mkdirSync(store, { recursive: true });
  const address = `127.0.0.1:${await findFreePort()}`;
  const settings = join(folder, 'registry.yml');
  writeFileSync(settings, makeSettings(address, store));
  const pid = await startProgram('docker-registry', ['serve', settings], join(folder, 'registry.log'));
  await waitUntil(() => answers(`http://${address}/v2/`), {
    what: `the registry answered, see ${join(folder, 'registry.log')}`,
    timeout: 20_000,
  });
  return { address, pid };
}

/** @param {string} address @param {string} store */
function makeSettings(address, store) {
  return JSON.stringify({
    version: 0.1,
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: store } },
    http: { addr: address },
  });
}

/** @param {string} url */
function answers(url) {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
