import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemo, makeStep } from '../../src/demo/running/demo.fixture.ts';
import { openSession } from '../../src/demo/session/session.ts';
import { DemoEngine } from '../../src/demo/traces/demo-engine.ts';
import { Traces } from '../../src/demo/traces/traces.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { connectLab, docker, emptyEngine, listContainers } from './docker.ts';
import { run } from './environment/run.js';

let folder: string;
let engine: Engine;
let traces: Traces;
let demo: DemoEngine;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  await emptyEngine();
  folder = mkdtempSync(join(tmpdir(), 'capas-through-'));
  engine = await connectLab();
  traces = new Traces(folder, join(folder, 'index.md'));
  demo = new DemoEngine(traces);
  demo.setEngine(engine);
  env = demo.environment(process.env);
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true, force: true });
  await emptyEngine();
});

/** The Docker client through the demo's socket. */
const ours = (...args: string[]) => run('docker', args, env);

/** The same with something on its standard input, and how it ended. */
async function feed(input: string, ...args: string[]): Promise<{ status: number; printed: string }> {
  const child = spawn('docker', args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return { status, printed };
}

describe('the client does through the proxy what it does directly', () => {
  it('pulls, with progress, and runs', async () => {
    expect(await ours('pull', 'ubuntu')).toMatch(
      /Pull complete[\s\S]*Downloaded newer image for ubuntu:latest/,
    );
    expect(await ours('run', '--rm', 'ubuntu', 'echo', 'ñandú')).toBe('ñandú\n');
    await expect(ours('run', '--rm', 'ubuntu', 'sh', '-c', 'exit 7')).rejects.toThrow();
    expect(await listContainers()).toEqual([]);
  });

  it('feeds a program, and ends its input: run -i, exec -i', async () => {
    const large = 'line of input\n'.repeat(100_000);
    expect(await feed(large, 'run', '-i', '--rm', 'ubuntu', 'wc', '-l')).toEqual({
      ...{ status: 0, printed: '100000\n' },
    });
    await ours('run', '-d', '--name', 'open', 'ubuntu', 'sleep', '300');
    expect(await feed('one\ntwo\n', 'exec', '-i', 'open', 'cat')).toEqual({
      status: 0,
      printed: 'one\ntwo\n',
    });
    expect(await feed('', 'exec', '-i', 'open', 'sh', '-c', 'exit 9')).toEqual({ status: 9, printed: '' });
  });

  it('copies in and out: cp', async () => {
    const file = join(folder, 'file');
    const text = 'x'.repeat(3_000_000);
    writeFileSync(file, text);
    await ours('cp', file, 'open:/copied');
    await ours('cp', 'open:/copied', join(folder, 'back'));
    expect(readFileSync(join(folder, 'back'), 'utf8') === text).toBe(true);
  });

  it('follows logs until the client goes, and after that serves on', async () => {
    await ours('run', '-d', '--name', 'talking', 'ubuntu', 'sh', '-c', 'while echo tick; do sleep 0.1; done');
    const child = spawn('docker', ['logs', '-f', 'talking'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
    });
    await expect.poll(() => printed.split('tick').length, { timeout: 10_000 }).toBeGreaterThan(5);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await ours('rm', '-f', 'talking');
    expect(await ours('ps', '-a', '--format', '{{.Names}}')).toBe('open\n');
  });

  it('builds with a context, step by step', async () => {
    const context = mkdtempSync(join(folder, 'context-'));
    writeFileSync(join(context, 'Dockerfile'), 'FROM ubuntu\nCOPY big /big\nRUN wc -c /big\n');
    writeFileSync(join(context, 'big'), 'x'.repeat(5_000_000));
    expect(await ours('build', '-t', 'built:1', context)).toMatch(/5000000 \/big[\s\S]*tagged built:1/);
    expect(traces.owned(engine).images.map(({ reference }) => reference)).toContain('built:1');
  });

  it('opens a program in a terminal: run -it, attach, and what is typed there', async () => {
    const test = makeDemo(
      [
        makeStep('docker run -it --name inside ubuntu bash', { id: 'open', interactive: true }),
        makeStep('echo $((6*7)); until [ "$(stty size)" = "31 97" ]; do :; done; tty', {
          id: 'typed',
          inside: 'open',
          prompt: 'root@',
        }),
        makeStep('echo outside', { id: 'after' }),
      ],
      { open: () => openSession({ cwd: folder, env, columns: 97, rows: 31 }) },
    );
    expect((await test.runner.run('open')).state).toBe('open');
    expect((await test.runner.run('typed')).state).toBe('done');
    await expect.poll(() => test.outputOf('typed'), { timeout: 10_000 }).toMatch(/42\r\n\/dev\/pts\/0\r\n/);
    expect((await test.runner.run('after')).state).toBe('done');
    await test.runner.close();
  });

  it('keeps Compose’s labels, and everything else of a container', async () => {
    const labels = ['--label', 'com.docker.compose.project=p', '--label', 'com.docker.compose.service=web'];
    await ours('create', '--name', 'p-web-1', ...labels, '-p', '80', '-e', 'A=ñ', 'ubuntu');
    const inspect = ['inspect', 'p-web-1', '--format', '{{json .Config}}'];
    expect(await ours(...inspect)).toBe(await docker(...inspect));
    expect(JSON.parse(await ours(...inspect)).Labels).toMatchObject({ 'com.docker.compose.service': 'web' });
  });

  it('says what the engine says, also of errors', async () => {
    const says = (way: typeof docker) =>
      way('run', '--name', 'open', 'ubuntu').catch((error) => error.message);
    const id = /"[0-9a-f]{64}"/;
    expect((await says(ours)).replace(id, '')).toBe((await says(docker)).replace(id, ''));
  });
});
