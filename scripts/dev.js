/**
 * `npm run dev`: builds, and builds again whenever a source changes, for working on Capas itself. Decks of
 * a `capas present` that runs load themselves again; what the command line does is the new one at its next start.
 */
import { existsSync, watch } from 'node:fs';
import { createBuilder } from 'vite';
import { isBuildCurrent, SOURCES } from './build-stamp.js';

/** Milliseconds without a change until a build: an editor saves in several strokes. */
const CALM = 100;

let building = false;
/** @type {NodeJS.Timeout | undefined} */
let timer;

for (const name of SOURCES.filter((one) => existsSync(one))) watch(name, { recursive: true }, soon);
await bringUpToDate();
console.log('Watching. Ctrl-C ends it.');

function soon() {
  clearTimeout(timer);
  timer = setTimeout(bringUpToDate, CALM);
}

/** What changes during a build is built after it. */
async function bringUpToDate() {
  if (building) return;
  building = true;
  try {
    while (!isBuildCurrent()) await build();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  building = false;
}

async function build() {
  const startedAt = performance.now();
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
  console.log(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}
