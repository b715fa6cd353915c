import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'node_modules', '.capas-bench');

/**
 * The parts of Capas that are measured, bundled as the command line is.
 * @returns {Promise<typeof import('./parts.js')>}
 */
export async function loadSources() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rollupOptions: {
        input: { parts: join(root, 'bench', 'parts.js') },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return import(join(folder, 'parts.js'));
}
