/** A network bridge of the lab's own: an engine that is given one leaves the machine's `docker0` alone. */
import { createHash } from 'node:crypto';
import { run } from './run.js';

/**
 * The name of a lab's bridge; the kernel takes 15 characters at most.
 * @param {string} folder
 */
export function nameBridge(folder) {
  return `capas-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}

/** @param {string} name */
export async function addBridge(name) {
  await removeBridge(name);
  const subnet = await findFreeSubnet();
  await run('ip', ['link', 'add', name, 'type', 'bridge']);
  await run('ip', ['address', 'add', `${subnet}.1/24`, 'dev', name]);
  await run('ip', ['link', 'set', name, 'up']);
}

/** @param {string} name */
export async function removeBridge(name) {
  const links = await run('ip', ['-o', 'link', 'show', 'type', 'bridge']);
  if (links.includes(` ${name}:`)) await run('ip', ['link', 'delete', name]);
}

/** The first three numbers of a private network (RFC 1918) that this machine does not use. */
async function findFreeSubnet() {
  const addresses = await run('ip', ['-o', '-4', 'address', 'show']);
  for (let third = 0; third < 256; third++) {
    const subnet = `10.213.${third}`;
    if (!addresses.includes(` ${subnet}.`)) return subnet;
  }
  throw new Error('the lab finds no free network in 10.213.0.0/16');
}
