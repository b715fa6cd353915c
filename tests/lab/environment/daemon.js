/** A Docker Engine of the lab's own: own bridge, own folders, own socket; the machine's is not touched. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProgramsOf, startProgram, waitUntil } from './processes.js';
import { run } from './run.js';

/** Where an engine keeps its data, as `docker inspect` tells it. */
const DATA_ROOT = '/var/lib/docker';

/**
 * In mounts of its own the engine finds its data where every engine has them, so that recordings show no
 * path of the lab; and it reads that this machine forwards packets, which the lab neither needs nor changes,
 * or it would warn before each command's output. `$0` is the lab's folder.
 */
const IN_ITS_OWN_MOUNTS = [
  `mkdir -p ${DATA_ROOT} "$0/data"`,
  `mount --bind "$0/data" ${DATA_ROOT}`,
  'mount --bind "$0/ip-forward" /proc/sys/net/ipv4/ip_forward',
  'exec dockerd "$@"',
].join(' && ');

/**
 * @param {{ folder: string, bridge: string, mirror: string }} options the mirror as `host:port`
 * @returns {Promise<{ host: string, pid: number }>} its `DOCKER_HOST`
 */
export async function startDaemon({ folder, bridge, mirror }) {
  const host = `unix://${join(folder, 'docker.sock')}`;
  const settings = join(folder, 'daemon.json');
  writeFileSync(settings, '{}');
  const log = join(folder, 'dockerd.log');
  writeFileSync(join(folder, 'ip-forward'), '1');
  const args = listArguments({ folder, bridge, mirror, host, settings });
  const pid = await startProgram('unshare', ['--mount', 'sh', '-c', IN_ITS_OWN_MOUNTS, folder, ...args], log);
  const look = () => run('docker', ['version'], { DOCKER_HOST: host }).then(Boolean, () => false);
  await waitUntil(look, { what: `the engine answered, see ${log}`, timeout: 60_000 });
  return { host, pid };
}

/**
 * Ends the engine, and all that it runs. Its mounts go with it.
 * @param {string} folder
 */
export async function stopDaemon(folder) {
  await removeContainers(`unix://${join(folder, 'docker.sock')}`).catch(() => {});
  await endProgramsOf(folder);
}

/** An engine that is asked to end would give each container ten seconds. @param {string} host */
async function removeContainers(host) {
  const env = { DOCKER_HOST: host };
  const ids = (await run('docker', ['ps', '-aq'], env)).split('\n').filter(Boolean);
  if (ids.length > 0) await run('docker', ['rm', '-f', ...ids], env);
}

/** @param {{ folder: string, bridge: string, mirror: string, host: string, settings: string }} options */
function listArguments({ folder, bridge, mirror, host, settings }) {
  return [
    `--config-file=${settings}`,
    `--host=${host}`,
    `--data-root=${DATA_ROOT}`,
    `--exec-root=${join(folder, 'exec')}`,
    `--pidfile=${join(folder, 'dockerd.pid')}`,
    `--bridge=${bridge}`,
    '--iptables=false',
    '--ip6tables=false',
    '--ip-masq=false',
    '--ip-forward=false',
    `--registry-mirror=http://${mirror}`,
    // A containerd of the machine, where one runs, keeps the lab's containers apart from its own.
    `--containerd-namespace=${bridge}`,
    `--containerd-plugins-namespace=${bridge}-plugins`,
    '--shutdown-timeout=2',
    '--label=capas.lab=1',
  ];
}
