import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { docker, emptyEngine, listContainers } from './docker.ts';
import { run } from './environment/run.js';
import { HeldEngine } from './held-engine.ts';

const page = `# Lesson

\`\`\`console
$ docker volume create ours-data
$ docker network create ours-net
$ docker run -d --name ours --network ours-net -v ours-data:/d ubuntu sleep 300
$ docker run --name ours-open ubuntu sleep 300
\`\`\`
`;

let folder: string;
let env: NodeJS.ProcessEnv;
let child: ChildProcess;
beforeAll(async () => {
  await emptyEngine();
  await docker('pull', '-q', 'ubuntu');
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'capas-ended-'));
  writeFileSync(join(folder, 'index.md'), page);
  mkdirSync(join(folder, 'tmp'));
  const own = { XDG_STATE_HOME: join(folder, 'state'), TMPDIR: join(folder, 'tmp') };
  env = { ...process.env, ...own, DOCKER_HOST: inject('dockerHost') };
  await docker('volume', 'create', 'before-data');
});
afterEach(async () => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  for (const name of await listContainers()) await docker('rm', '-f', '-v', name);
  await docker('volume', 'prune', '-f');
  await docker('network', 'prune', '-f');
});

const capas = (...args: string[]) => [join(import.meta.dirname, '../../bin/capas.js'), ...args, folder];
const list = async (...args: string[]) => (await docker(...args)).split('\n').filter(Boolean).sort();
const listVolumes = () => list('volume', 'ls', '-q');
const listNetworks = async () =>
  (await list('network', 'ls', '--format', '{{.Name}}')).filter((name) => !/^(bridge|host|none)$/.test(name));

/** A rehearsal in a process of its own, in the middle of its last step; somebody else works beside it. */
async function rehearseToTheMiddle(): Promise<void> {
  child = spawn(process.execPath, capas('rehearse'), { env, stdio: 'ignore' });
  await expect.poll(listContainers, { timeout: 60_000 }).toEqual(['ours', 'ours-open']);
  await docker('run', '-d', '--name', 'colleague', '-v', 'colleague-data:/d', 'ubuntu', 'sleep', '300');
  await docker('network', 'create', 'colleague-net');
}

async function expectOnlyOthers(): Promise<void> {
  expect(await listContainers()).toEqual(['colleague']);
  expect(await listVolumes()).toEqual(['before-data', 'colleague-data']);
  expect(await listNetworks()).toEqual(['colleague-net']);
}

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'a rehearsal that is ended by %s leaves nothing of its own and everything of others',
  async (signal) => {
    await rehearseToTheMiddle();
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([1, null]);
    await expectOnlyOthers();
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  },
);

it('one that is killed loses nothing: a reset removes what it made, and not what was made since', async () => {
  await rehearseToTheMiddle();
  child.kill('SIGKILL');
  await once(child, 'exit');
  await docker('create', '--name', 'later', '-v', 'later-data:/d', 'ubuntu');
  const printed = await run(process.execPath, capas('reset', '--json'), env);
  expect(JSON.parse(printed).removed).toEqual({
    containers: ['ours', 'ours-open'],
    images: [],
    volumes: ['ours-data'],
    networks: ['ours-net'],
  });
  await docker('rm', '-v', 'later');
  await docker('volume', 'rm', 'later-data');
  await expectOnlyOthers();
});

it('one that is killed before the engine answers names what appeared by then, and removes none of it unasked', async () => {
  const held = new HeldEngine(join(folder, 'held.sock'), inject('dockerHost'), '/containers/create');
  const lesson = '# L\n\n```console\n$ docker run --name cut -v cut-data:/d ubuntu sleep 300\n```\n';
  writeFileSync(join(folder, 'index.md'), lesson);
  try {
    const own = { ...env, DOCKER_HOST: held.host };
    child = spawn(process.execPath, capas('rehearse'), { env: own, stdio: 'ignore' });
    await expect.poll(listContainers, { timeout: 60_000 }).toEqual(['cut']);
    child.kill('SIGKILL');
    await once(child, 'exit');
  } finally {
    held.close();
  }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, capas('reset', '--json'), { env });
  expect(JSON.parse(stdout).removed).toMatchObject({ containers: [], volumes: [] });
  expect(stderr).toMatch(/in doubt, kept: container cut: it was made as a command of the demo was cut off/);
  expect(stderr).toMatch(/in doubt, kept: volume cut-data: it was made as a command of the demo was cut off/);
  expect([await listContainers(), await listVolumes()]).toEqual([['cut'], ['before-data', 'cut-data']]);
});

it('one that goes on keeps what it made from another one and from a reset', async () => {
  await rehearseToTheMiddle();
  const refused = await promisify(execFile)(process.execPath, capas('rehearse'), { env }).catch(
    (error) => error,
  );
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(`(process ${child.pid})`) });
  expect(refused.stderr).toMatch(
    /has made ours, ours-open, ours-net, ours-data\. Start it again in its deck/,
  );
  const { stdout, stderr } = await promisify(execFile)(process.execPath, capas('reset', '--json'), { env });
  expect(JSON.parse(stdout).removed).toMatchObject({ containers: [], volumes: [], networks: [] });
  expect(stderr).toContain(
    `in doubt, kept: container ours: made by a demo of the lesson that still runs (process ${child.pid})`,
  );
  expect(await listContainers()).toEqual(['colleague', 'ours', 'ours-open']);
  child.kill('SIGTERM');
  await once(child, 'exit');
  await expectOnlyOthers();
});
