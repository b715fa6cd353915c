/**
 * What the tests need besides npm packages, and how to get it: a browser, an engine for the lab, poppler.
 * On Debian as root what is missing is installed; elsewhere it is named, so that nobody takes a part for the whole.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Each need: how to see that it is there, the Debian packages that bring it, the test projects that can't run without it. */
const needs = [
  {
    name: 'a browser (Chromium)',
    isThere: hasBrowser,
    packages: ['chromium'],
    projects: ['e2e', 'attacks', 'lab', 'corpus'],
  },
  {
    name: 'zsh, without which the tests of sessions in it are left out',
    isThere: () => hasProgram('zsh'),
    packages: ['zsh'],
    projects: [],
  },
  {
    name: 'poppler (pdfinfo, pdftotext)',
    isThere: () => hasProgram('pdfinfo') && hasProgram('pdftotext'),
    packages: ['poppler-utils'],
    projects: ['e2e'],
  },
  {
    name: 'a Docker Engine of our own for the lab (dockerd, docker, docker-registry, busybox, debootstrap, ip; root)',
    isThere: () =>
      isRoot() &&
      existsSync('/bin/busybox') &&
      ['dockerd', 'docker', 'docker-registry', 'debootstrap', 'ip'].every(hasProgram),
    packages: ['docker.io', 'docker-registry', 'busybox-static', 'debootstrap', 'iproute2', 'iptables'],
    projects: ['lab'],
  },
];

/**
 * Installs what is missing where that is allowed.
 * @returns {{ name: string, projects: string[] }[]} what is still missing afterwards
 */
export function meetNeeds() {
  const missing = needs.filter((need) => !need.isThere());
  if (missing.length > 0 && isRoot() && hasProgram('apt-get')) {
    installPackages(missing.flatMap((need) => need.packages));
  }
  return needs.filter((need) => !need.isThere());
}

function installPackages(packages) {
  console.error(`Installing what the tests need: ${packages.join(' ')}`);
  // Services must not start by themselves: the lab brings its own engine and never uses the machine's.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { status, stderr } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== 0) console.error(`apt-get ${args[0]} failed:\n${stderr}`);
  }
}

function hasBrowser() {
  if (process.env.CAPAS_BROWSER) return existsSync(process.env.CAPAS_BROWSER);
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].some(hasProgram);
}

function hasProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => isExecutable(join(folder, name)));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRoot() {
  return process.getuid?.() === 0;
}
