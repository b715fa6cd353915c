import { spawn as runProgram } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { DemoEngine } from '../../src/demo/traces/demo-engine.ts';
import { Traces } from '../../src/demo/traces/traces.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { stateFolder } from '../../src/system/state-folder.ts';
import { makeCommandLine } from './command-line.ts';
import { connectLab, docker, emptyEngine, listContainers } from './docker.ts';
import { run } from './environment/run.js';

let folder: string;
let page: string;
let engine: Engine;
let capas: ReturnType<typeof makeCommandLine>;
let demo: DemoEngine;
beforeAll(async () => {
  await emptyEngine();
  await docker('pull', '-q', 'ubuntu');
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'capas-reset-'));
  page = join(folder, 'index.md');
  writeFileSync(page, '# Lesson\n\n```console\n$ docker build -t app:1 .\n```\n');
  engine = await connectLab();
  capas = makeCommandLine();
  demo = openDemo();
});
afterEach(async () => {
  await demo.close();
  capas.dispose();
  rmSync(folder, { recursive: true, force: true });
  await removeAll();
});
afterAll(() => emptyEngine());

function openDemo(): DemoEngine {
  const opened = new DemoEngine(new Traces(stateFolder(), page));
  opened.setEngine(engine);
  return opened;
}

/** Runs the Docker client as the demo's shell would. */
function ours(...args: string[]): Promise<string> {
  return run('docker', args, { DOCKER_HOST: demo.environment({})['DOCKER_HOST'] });
}

async function removeAll(): Promise<void> {
  const ids = (await docker('ps', '-aq')).split('\n').filter(Boolean);
  if (ids.length > 0) await docker('rm', '-f', '-v', ...ids);
  await docker('volume', 'prune', '-f');
  await docker('network', 'prune', '-f');
  const images = (await listImages()).filter((name) => name !== 'ubuntu:latest');
  if (images.length > 0) await docker('rmi', ...images);
}

const list = async (...args: string[]) => (await docker(...args)).split('\n').filter(Boolean).sort();
const listVolumes = () => list('volume', 'ls', '-q');
const listNetworks = async () =>
  (await list('network', 'ls', '--format', '{{.Name}}')).filter((name) => !/^(bridge|host|none)$/.test(name));
const listImages = () => list('images', '--format', '{{.Repository}}:{{.Tag}}');

/** Ten things that somebody else makes, by name, by label, and as Compose does. */
async function makeForeign(prefix: string): Promise<void> {
  const project = ['--label', 'com.docker.compose.project=lesson'];
  await docker('run', '-d', '--name', `${prefix}-db`, '-v', `${prefix}-data:/d`, 'ubuntu', 'sleep', '300');
  await docker('create', '--name', `${prefix}-labelled`, '--label', 'capas=1', 'ubuntu');
  await docker('create', '--name', `${prefix}-web-1`, ...project, 'ubuntu');
  await docker('create', '--name', `${prefix}-nameless-volume`, '-v', '/anonymous', 'ubuntu');
  await docker('volume', 'create', ...project, `${prefix}_default`);
  await docker('volume', 'create', `${prefix}-thesis`);
  await docker('network', 'create', `${prefix}-net`);
  await docker('network', 'create', ...project, `${prefix}_net`);
  await docker('tag', 'ubuntu', `${prefix}-image:1`);
  await docker('commit', `${prefix}-labelled`, `${prefix}-committed:1`);
}

/** All that is there and was not the demo's to make. */
async function listAll(): Promise<string[]> {
  const lists = [await listContainers(), await listVolumes(), await listNetworks(), await listImages()];
  return lists.flat();
}

async function reset(...args: string[]) {
  const { status, stdout, stderr } = await capas.run('reset', page, ...args);
  return { status, stdout, stderr };
}

it('removes what the demo made, also what runs, and of ten things made elsewhere before, while and after none', async () => {
  await makeForeign('before');
  await ours('volume', 'create', 'made-data');
  await ours(
    'run',
    '-d',
    '--name',
    'web',
    '-v',
    'named-data:/d',
    '-v',
    '/anonymous',
    'ubuntu',
    'sleep',
    '300',
  );
  await makeForeign('while');
  await ours('network', 'create', 'demo-net');
  await ours(
    'run',
    '-d',
    '--label',
    'com.docker.compose.project=lesson',
    '--network',
    'demo-net',
    '--name',
    'app',
    'ubuntu',
    'sleep',
    '300',
  );
  await demo.close();
  await makeForeign('after');

  const foreign = (await listAll()).filter(
    (name) => !/^(web|app|demo-net|made-data|named-data|[0-9a-f]{64})$/.test(name),
  );
  const dry = JSON.parse((await reset('--images', '--dry-run', '--json')).stdout);
  expect(await listContainers()).toContain('web');
  const { status, stdout } = await reset('--images', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual(dry);
  expect(dry.removed).toEqual({
    containers: ['app', 'web'],
    images: [],
    volumes: expect.arrayContaining(['made-data', 'named-data', expect.stringMatching(/^[0-9a-f]{64}$/)]),
    networks: ['demo-net'],
  });
  expect(dry.removed.volumes).toHaveLength(3);
  const left = await listAll();
  expect(left.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual(foreign);
  // One nameless volume of each of the others' containers.
  expect(left.filter((name) => /^[0-9a-f]{64}$/.test(name))).toHaveLength(3);
  expect((await reset()).stdout).toContain('Nothing of a demo is left.');
});

it('lists by name before it removes, and tells of images that were built', async () => {
  writeFileSync(join(folder, 'Dockerfile'), 'FROM ubuntu\nRUN touch /made\n');
  await ours('build', '-q', '-t', 'app:1', folder);
  await ours('create', '--name', 'web', 'app:1');
  const { stdout } = await reset();
  expect(stdout).toMatch(
    /^to remove: containers: web\nremoved containers: web\nimages of the demo stay: app:1 /,
  );
  expect(await listImages()).toContain('app:1');
  expect((await reset('--images')).stdout).toContain('removed images: app:1');
  expect(await listImages()).toEqual(['ubuntu:latest']);
});

it('with --images removes what was built, pulled, committed, tagged and loaded, and leaves what was there', async () => {
  const elsewhere = join(folder, 'saved.tar');
  await docker('pull', '-q', 'httpd:2.4');
  await docker('tag', 'httpd:2.4', 'saved:1');
  await docker('save', '-o', elsewhere, 'saved:1');
  await docker('rmi', 'saved:1');
  writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox\nRUN touch /one\n');
  await ours('build', '-t', 'app:1', folder);
  // A second build takes the name away from the first, which stays without one.
  writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox\nRUN touch /two\n');
  await ours('build', '-t', 'app:1', folder);
  await ours('build', '-q', folder);
  await ours('create', '--name', 'web', 'ubuntu');
  await ours('commit', 'web', 'committed');
  await ours('tag', 'ubuntu', 'registry.local:5000/tagged:1');
  await ours('load', '-i', elsewhere);
  await ours('pull', '-q', 'httpd:2.4');
  await demo.close();
  const { removed } = JSON.parse((await reset('--images', '--json')).stdout);
  const isId = (name: string) => /^[0-9a-f]{12}$/.test(name);
  expect(removed.images.filter(isId)).toHaveLength(1);
  expect(removed.images.filter((name: string) => !isId(name)).sort()).toEqual([
    'app:1',
    'busybox:latest',
    'committed:latest',
    'registry.local:5000/tagged:1',
    'saved:1',
  ]);
  expect(await listImages()).toEqual(['httpd:2.4', 'ubuntu:latest']);
  expect(await list('images', '-aq')).toHaveLength(2);
});

it('removes the container that a failing build leaves', async () => {
  writeFileSync(join(folder, 'Dockerfile'), 'FROM ubuntu\nRUN exit 3\n');
  await expect(ours('build', folder)).rejects.toThrow('non-zero code: 3');
  expect(await listContainers()).toHaveLength(1);
  await reset();
  expect(await listContainers()).toEqual([]);
});

it('of a build that is cut off keeps, in doubt, what somebody else named meanwhile as it would have', async () => {
  writeFileSync(join(folder, 'Dockerfile'), 'FROM ubuntu\nRUN sleep 300\n');
  const build = runProgram('docker', ['build', '-t', 'app:1', folder], {
    env: { ...process.env, DOCKER_HOST: demo.environment({})['DOCKER_HOST'] },
    stdio: 'ignore',
  });
  await expect.poll(listContainers, { timeout: 60_000 }).toHaveLength(1);
  await docker('tag', 'ubuntu', 'app:1');
  build.kill('SIGINT');
  await once(build, 'exit');
  await expect
    .poll(async () => (await demo.plan(engine)).things, { timeout: 10_000 })
    .toMatchObject([{ kind: 'containers' }, { reference: 'app:1', doubt: { why: 'appeared' } }]);
  await demo.close();
  const { stderr } = await reset('--images');
  expect(stderr).toContain('in doubt, kept: image app:1: it appeared while the demo built or pulled');
  expect(await listImages()).toEqual(['app:1', 'ubuntu:latest']);
});

it('leaves a volume that was removed and made anew elsewhere under the same name', async () => {
  await ours('volume', 'create', 'data');
  await docker('volume', 'rm', 'data');
  await docker('volume', 'create', 'data');
  // The engine tells of the removal a moment later.
  await expect.poll(async () => (await demo.plan(engine)).things).toEqual([]);
  await demo.close();
  expect((await reset()).stdout).toContain('Nothing of a demo is left.');
  expect(await listVolumes()).toEqual(['data']);
});

it('removes a volume that the demo itself made anew, and one that it filled', async () => {
  await ours('volume', 'create', 'data');
  await ours('volume', 'rm', 'data');
  await ours('volume', 'create', 'data');
  await ours('run', '--rm', '-v', 'data:/d', 'ubuntu', 'sh', '-c', 'sleep 1.1; echo filled > /d/file');
  await demo.close();
  expect(JSON.parse((await reset('--json')).stdout).removed.volumes).toEqual(['data']);
});

it('keeps, and names, what somebody else uses meanwhile', async () => {
  await ours('volume', 'create', 'shared');
  await ours('network', 'create', 'shared-net');
  await docker('create', '--name', 'colleague', '-v', 'shared:/d', '--network', 'shared-net', 'ubuntu');
  const { status, stdout, stderr } = await reset();
  expect(status).toBe(0);
  expect(stdout).not.toContain('removed');
  expect(stderr).toContain('in doubt, kept: volume shared: used by colleague');
  expect(stderr).toContain('in doubt, kept: network shared-net: used by colleague');
  expect([...(await listVolumes()), ...(await listNetworks())]).toEqual(['shared', 'shared-net']);
});

it.each([
  ['n', ['data']],
  ['y', []],
])('asks on a terminal where it is in doubt; %s leaves %j', async (answer, left) => {
  await ours('volume', 'create', 'data');
  await demo.close();
  // Nobody listens any more, and the engine counts in seconds.
  await docker('volume', 'rm', 'data');
  await expect
    .poll(
      async () => {
        await docker('volume', 'create', 'data');
        const [volume] = (await new Traces(stateFolder(), page).plan(engine)).things;
        if (!volume?.doubt) await docker('volume', 'rm', 'data');
        return volume?.doubt;
      },
      { timeout: 10_000 },
    )
    .toEqual({ why: 'changed' });
  const terminal = spawn(process.execPath, [join(import.meta.dirname, '../../bin/capas.js'), 'reset', page], {
    env: process.env as Record<string, string>,
  });
  let screen = '';
  terminal.onData((data) => {
    screen += data;
  });
  const ended = new Promise<number>((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode)));
  await expect
    .poll(() => screen, { timeout: 30_000 })
    .toMatch(/volume data: it has changed.*Remove it\? \[y\/N\] /);
  terminal.write(`${answer}\r`);
  expect(await ended).toBe(0);
  expect(await listVolumes()).toEqual(left);
});

it('keeps the names that were there before the demo’s commands used them', async () => {
  await docker('volume', 'create', 'data');
  await docker('pull', '-q', 'busybox');
  await ours('volume', 'create', 'data');
  await ours('run', '--rm', '-v', 'data:/d', 'busybox', 'true');
  await ours('pull', '-q', 'busybox');
  await demo.close();
  expect(JSON.parse((await reset('--images', '--json')).stdout).removed).toEqual({
    ...{ containers: [], images: [], volumes: [], networks: [] },
  });
  expect(await listVolumes()).toEqual(['data']);
  await docker('rmi', 'busybox');
});

it('two demos of one lesson at once lose nothing of each other', async () => {
  const other = openDemo();
  await ours('create', '--name', 'one', 'ubuntu');
  await run('docker', ['create', '--name', 'two', 'ubuntu'], {
    DOCKER_HOST: other.environment({})['DOCKER_HOST'],
  });
  await other.close();
  expect(JSON.parse((await reset('--json')).stdout).removed.containers.sort()).toEqual(['one', 'two']);
});
