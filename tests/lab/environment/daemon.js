/** A Docker Engine of the lab's own: own bridge, own folders, own socket; the machine's is not touched. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProgramsOf, startProgram, waitUntil } from './processes.js';
import { run } from './run.js';

/**
 * The engine warns before each command's output where the machine does not forward packets, which the lab
 * does not need and must not change: in mounts of its own it reads that it does. `$0` is that file.
 */
const IN_ITS_OWN_MOUNTS = 'mount --bind "$0" /proc/sys/net/ipv4/ip_forward && exec dockerd "$@"';

/**
 * @param {{ folder: string, bridge: string, mirror: string }} options the mirror as `host:port`
 * @returns {Promise<{ host: string, pid: number }>} its `DOCKER_HOST`
 */
export async function startDaemon({ folder, bridge, mirror }) {
  const host = `unix://${join(folder, 'docker.sock')}`;
  const settings = join(folder, 'daemon.json');
  writeFileSync(settings, '{}');
  const log = join(folder, 'dockerd.log');
  const forwarding = join(folder, 'ip-forward');
  writeFileSync(forwarding, '1');
  const args = listArguments({ folder, bridge, mirror, host, settings });
  const pid = await startProgram(
    'unshare',
    ['--mount', 'sh', '-c', IN_ITS_OWN_MOUNTS, forwarding, ...args],
    log,
  );
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
    `--data-root=${join(folder, 'data')}`,
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
