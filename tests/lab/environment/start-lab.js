/**
 * The lab: a private Docker Engine, and a registry with stand-in images that it takes for Docker Hub. It
 * needs root and what `scripts/needs.js` lists. Labs side by side do not meet: each has a folder of its own.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addBridge, nameBridge, removeBridge } from './bridge.js';
import { startDaemon, stopDaemon } from './daemon.js';
import { keepImages } from './images.js';
import { isAlive } from './processes.js';
import { startRegistry } from './registry.js';

/**
 * @typedef {object} Lab
 * @property {string} host its `DOCKER_HOST`
 * @property {number} enginePid of the engine's daemon
 * @property {() => Promise<void>} stop ends everything; the images are kept for the next time
 */

/** Where labs keep their state, and the images that they share. */
function labFolder() {
  return process.env.CAPAS_LAB_DIR ?? join(tmpdir(), 'capas-lab');
}

/**
 * Starts a lab; one of the same name is stopped first.
 * @param {{ name: string, owner?: number }} options `owner`: the process that it shall not outlive
 * @returns {Promise<Lab>}
 */
export async function startLab({ name, owner }) {
  await stopOrphans();
  const store = await keepImages(join(labFolder(), 'cache'), startEngine);
  const folder = folderOf(name);
  await stopLab(name);
  mkdirSync(folder, { recursive: true });
  const { host, enginePid, stop } = await startEngine(folder, store);
  writeFileSync(join(folder, 'lab.json'), JSON.stringify({ host, enginePid, owner }));
  return { host, enginePid, stop };
}

/**
 * The `DOCKER_HOST` of the lab of that name where one is up, else `null`.
 * @param {string} name
 */
export function findLab(name) {
  const state = readState(folderOf(name));
  return state && isAlive(state.enginePid) ? state.host : null;
}

/** @param {string} name */
export async function stopLab(name) {
  await clear(folderOf(name));
}

/** Starts registry and engine in a folder. @param {string} folder @param {string} store */
async function startEngine(folder, store) {
  const bridge = nameBridge(folder);
  const stop = () => clear(folder);
  try {
    const registry = await startRegistry(folder, store);
    await addBridge(bridge);
    const { host, pid } = await startDaemon({ folder, bridge, mirror: registry.address });
    return { host, enginePid: pid, registry: registry.address, stop };
  } catch (error) {
    const said = readLog(folder);
    await stop();
    throw new Error(`the lab could not be started: ${/** @type {Error} */ (error).message}\n${said}`);
  }
}

/** @param {string} folder */
async function clear(folder) {
  if (!existsSync(folder)) return;
  await stopDaemon(folder);
  await removeBridge(nameBridge(folder));
  for (const name of readdirSync(folder)) {
    // A folder in which images are built keeps them; their builder removes it.
    if (name !== 'store') rmSync(join(folder, name), { recursive: true, force: true });
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

/** Stops labs whose owner died without stopping them. */
async function stopOrphans() {
  const labs = join(labFolder(), 'labs');
  if (!existsSync(labs)) return;
  for (const name of readdirSync(labs)) {
    const state = readState(join(labs, name));
    if (state?.owner !== undefined && !isAlive(state.owner)) await stopLab(name);
  }
}

/** @param {string} name */
function folderOf(name) {
  return join(labFolder(), 'labs', name);
}

/** @param {string} folder @returns {{ host: string, enginePid: number, owner?: number } | null} */
function readState(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'lab.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** The last lines of the engine's log. @param {string} folder */
function readLog(folder) {
  const log = join(folder, 'dockerd.log');
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-15).join('\n') : '';
}
