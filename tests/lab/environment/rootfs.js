/** The files of a small Debian with a real bash, from the machine's own package mirror. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.js';

/** What an image does not need, and what a download left. */
const NEEDLESS = [
  'var/cache/apt',
  'var/lib/apt/lists',
  'var/log',
  'usr/share/doc',
  'usr/share/man',
  'usr/share/info',
  'usr/share/locale',
  'usr/share/zoneinfo',
];

/**
 * Writes them as an archive.
 * @param {string} archive
 * @param {string} folder to work in
 */
export async function makeRootfs(archive, folder) {
  const root = join(folder, 'root');
  await run('debootstrap', ['--variant=minbase', 'stable', root, ...(await findMirror())]);
  for (const path of NEEDLESS) rmSync(join(root, path), { recursive: true, force: true });
  mkdirSync(join(root, 'var/log'));
  // A machine's name and resolver are the engine's to say.
  for (const file of ['etc/hostname', 'etc/resolv.conf']) rmSync(join(root, file), { force: true });
  await run('tar', ['--numeric-owner', '-C', root, '-cf', archive, '.']);
  rmSync(root, { recursive: true, force: true });
}

/** @param {string} target */
export function copyBusybox(target) {
  copyFileSync('/bin/busybox', target);
}

/** The mirror that the machine's own packages come from; none leaves it to the tool. */
async function findMirror() {
  const sites = await run('apt-get', ['indextargets', '--format', '$(SITE)']).catch(() => '');
  const known = sites.split('\n').find((site) => /debian\/?$/.test(site));
  return known === undefined ? [] : [known];
}
