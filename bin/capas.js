#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/node/main.js', import.meta.url);
const sources = new URL('../src', import.meta.url);

if (existsSync(fileURLToPath(main))) {
  if (existsSync(fileURLToPath(sources))) await tellOldBuild();
  await import(main.href);
} else {
  process.stderr.write('capas: it has not been built yet. Run: npm run build\n');
  process.exitCode = 2;
}

/** In a checkout only: an installed package has no sources beside its build. */
async function tellOldBuild() {
  const { looksStale } = await import('../scripts/build-stamp.js');
  if (looksStale())
    process.stderr.write('capas: the build is older than the sources. Run: npm run build (or npm run dev)\n');
}
