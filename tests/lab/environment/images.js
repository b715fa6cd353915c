/** The lab's stand-ins for images of Docker Hub: built once, then kept in a registry's folder. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyBusybox, makeRootfs } from './rootfs.js';
import { run } from './run.js';

/**
 * In the order in which they are built. `folder` holds the Dockerfile; `prepare` adds what it copies.
 * @type {{ folder: string, tags: string[], prepare?: (context: string) => void | Promise<void> }[]}
 */
const images = [
  {
    folder: 'ubuntu',
    tags: ['ubuntu:latest'],
    prepare: (context) => makeRootfs(join(context, 'rootfs.tar'), context),
  },
  {
    folder: 'busybox',
    tags: ['busybox:latest'],
    prepare: (context) => copyBusybox(join(context, 'busybox')),
  },
  { folder: 'httpd', tags: ['httpd:2.4', 'httpd:latest'] },
];

const recipes = fileURLToPath(new URL('../images', import.meta.url));
const programs = ['images.js', 'rootfs.js'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

/**
 * The folder of a registry that holds the images, which are built where they are not there yet.
 * @param {string} cache
 * @param {(folder: string, store: string) => Promise<{ host: string, registry: string, stop(): Promise<void> }>} startEngine
 */
export async function keepImages(cache, startEngine) {
  const store = join(cache, `images-${hashRecipes()}`);
  if (existsSync(store)) return store;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'build-'));
  const draft = join(folder, 'store');
  try {
    const engine = await startEngine(folder, draft);
    try {
      for (const image of images) await buildImage(image, folder, engine);
    } finally {
      await engine.stop();
    }
    // Another lab may have been faster.
    if (!existsSync(store)) renameSync(draft, store);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return store;
}

/**
 * @param {(typeof images)[number]} image
 * @param {string} folder
 * @param {{ host: string, registry: string }} engine
 */
async function buildImage({ folder: name, tags, prepare }, folder, { host, registry }) {
  const context = join(folder, name);
  cpSync(join(recipes, name), context, { recursive: true });
  await prepare?.(context);
  const env = { DOCKER_HOST: host, DOCKER_BUILDKIT: '0' };
  const named = tags.flatMap((tag) => ['--tag', tag]);
  await run('docker', ['build', '--network', 'none', ...named, context], env);
  for (const tag of tags) {
    await run('docker', ['tag', tag, `${registry}/library/${tag}`], env);
    await run('docker', ['push', `${registry}/library/${tag}`], env);
  }
}

/** Changes when an image would come out different. */
function hashRecipes() {
  const hash = createHash('sha256');
  for (const file of [...listFiles(recipes), ...programs]) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} folder @returns {string[]} */
function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .sort();
}
