import type { Plugin } from 'vite';
import { type Package, readPackage } from './licences.ts';

/** The file, in each part of `dist`, that goes along with the code. */
export const noticesFile = 'third-party-notices.txt';

/** Writes down which packages' code and fonts a build holds, with their licences and copyrights. */
export function writeNotices(): Plugin {
  return {
    name: 'third-party-notices',
    generateBundle(_, bundle) {
      const files = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? part.moduleIds : part.originalFileNames,
      );
      const folders = new Set(files.flatMap(findPackage));
      const packages = [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: noticesFile, source: format(packages) });
    },
  };
}

/** The folder of the package that a file belongs to; none for what is our own. */
function findPackage(file: string): string[] {
  const [, folder] = /^\0?(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
  return folder === undefined ? [] : [folder];
}

function format(packages: Package[]): string {
  const list = packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const notices = packages.map(
    ({ name, version, licence, notice }) =>
      `${'='.repeat(80)}\n${name} ${version} (${licence})\n\n${notice}\n`,
  );
  return `Capas holds parts of these packages:\n\n${list.join('\n')}\n\n${notices.join('\n')}`;
}
