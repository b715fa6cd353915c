import { afterAll, beforeAll, expect, it } from 'vitest';
import { Traces } from '../../src/demo/traces.ts';
import { loadCourse } from '../../src/helper/course.ts';
import { stateFolder } from '../../src/helper/state-folder.ts';
import { makeCommandLine } from './command-line.ts';
import { connectLab, docker, listContainers } from './docker.ts';

let capas: ReturnType<typeof makeCommandLine>;
beforeAll(async () => {
  capas = makeCommandLine();
  await docker('pull', '-q', 'ubuntu');
  await docker('run', '-d', '--name', 'mine', 'ubuntu', 'sleep', '300');
  await docker('volume', 'create', 'my-data');
});
afterAll(async () => {
  capas.dispose();
  await docker('rm', '-f', 'mine', 'later');
  await docker('volume', 'rm', 'my-data');
});

it('removes what the demo made, also what runs, and nothing from before or since', async () => {
  const engine = await connectLab();
  const demo = new Traces(stateFolder(), loadCourse('slides').lessons[0]!.path);
  await demo.begin(engine);
  await docker('run', '-d', '--name', 'contenedor1', '-v', 'demo-data:/data', 'ubuntu', 'sleep', '300');
  await docker('network', 'create', 'demo-net');
  await docker('tag', 'ubuntu', 'demo-image:1');
  await demo.end(engine);
  await docker('create', '--name', 'later', 'ubuntu');

  const dry = JSON.parse((await capas.run('reset', 'slides', '--dry-run', '--json')).stdout);
  expect(await listContainers()).toEqual(['contenedor1', 'later', 'mine']);
  const { status, stdout } = await capas.run('reset', 'slides', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    removed: { containers: ['contenedor1'], images: [], volumes: ['demo-data'], networks: ['demo-net'] },
    kept: expect.any(Number),
  });
  expect(JSON.parse(stdout)).toEqual(dry);
  expect(await listContainers()).toEqual(['later', 'mine']);
  expect(await docker('volume', 'ls', '-q')).toContain('my-data');

  const images = JSON.parse((await capas.run('reset', 'slides', '--images', '--json')).stdout);
  expect(images.removed.images).toEqual(['demo-image:1']);
  expect(await docker('images', '-q', 'ubuntu')).not.toBe('');
});

it('says so when there is nothing to remove', async () => {
  const { status, stdout } = await capas.run('reset', 'slides');
  expect(status).toBe(0);
  expect(stdout).toContain('Nothing of a demo is left.');
  expect(await listContainers()).toEqual(['later', 'mine']);
});
