import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatAsciicast, parseAsciicast, readExit } from '../../src/recording/asciicast.ts';
import type { Recording } from '../../src/recording/recording.ts';
import { makeCommandLine } from './command-line.ts';
import { docker, emptyEngine, listContainers } from './docker.ts';

let folder: string;
let capas: ReturnType<typeof makeCommandLine>;
beforeAll(async () => {
  await emptyEngine();
  folder = mkdtempSync(join(tmpdir(), 'capas-course-'));
  cpSync('slides', folder, { recursive: true });
  capas = makeCommandLine();
});
afterAll(() => {
  capas.dispose();
  rmSync(folder, { recursive: true, force: true });
});

interface Report {
  passed: number;
  failed: number;
  steps: { command: string; status: string; output: string; difference: string; id: string }[];
}

async function rehearse(...args: string[]): Promise<Report> {
  const { status, stdout } = await capas.run('rehearse', folder, '--json', ...args);
  const report: Report = JSON.parse(stdout);
  expect(report.steps.filter((step) => step.status !== 'passed')).toEqual([]);
  expect(status).toBe(0);
  return report;
}

function readRecordings(): Recording[] {
  const place = join(folder, 'imagenes', 'recordings');
  const files = readdirSync(place).filter((name) => name.endsWith('.cast'));
  return files.map((name) => parseAsciicast(readFileSync(join(place, name), 'utf8')));
}

const printed = ({ events }: Recording) =>
  events.map(({ code, data }) => (code === 'o' ? data : '')).join('');

describe('rehearsing the shipped lesson', () => {
  it('passes every step from a clean engine, prints what the page says, and records each', async () => {
    const stale = join(folder, 'imagenes', 'recordings', 'stale.cast');
    writeFileSync(stale, formatAsciicast({ ...readRecordings()[0]!, step: 'stale' }));
    const report = await rehearse('--update');
    expect(report.steps.filter(({ output }) => output === 'differs')).toEqual([]);
    const recordings = readRecordings();
    expect(recordings.map(({ step }) => step).sort()).toEqual(report.steps.map(({ id }) => id).sort());
    const sizes = report.steps
      .filter(({ command }) => command === 'docker ps -a -s')
      .map(({ id }) => recordings.find(({ step }) => step === id)!);
    expect(sizes.map((one) => /\d+B \(virtual/.exec(printed(one))?.[0])).toEqual([
      '0B (virtual',
      '52B (virtual',
    ]);
    for (const one of sizes) {
      expect(printed(one)).toContain('Exited (0)');
      expect(readExit(one)).toBe(0);
      expect(one).toMatchObject({ standIn: true, images: { ubuntu: expect.stringMatching(/^sha256:/) } });
      expect(one.engine).toMatch(/^Docker \d/);
    }
  });

  it('leaves nothing behind: a second one is not hindered', async () => {
    expect(await listContainers()).toEqual([]);
    const report = await rehearse();
    expect(report.passed).toBe(report.steps.length);
    expect(await listContainers()).toEqual([]);
  });

  it('shows no path or address of the lab in what it records', () => {
    for (const one of readRecordings()) expect(printed(one)).not.toMatch(/capas-lab|127\.0\.0\.1|localhost/);
  });

  it('refuses to use a container that is the user’s own', async () => {
    await docker('run', '-d', '--name', 'contenedor1', 'ubuntu', 'sleep', '300');
    try {
      const { status, stderr } = await capas.run('rehearse', folder);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^capas: there is a container contenedor1 already.*\n$/);
      expect(await listContainers()).toEqual(['contenedor1']);
    } finally {
      await docker('rm', '-f', 'contenedor1');
    }
  });

  it('exits with 1 when a step fails, and tells which and why', async () => {
    const page = join(folder, 'failing.md');
    writeFileSync(
      page,
      '# Page\n\n```console\n$ docker run --rm ubuntu ls /nowhere\n$ docker images -q\n```\n',
    );
    const { status, stdout } = await capas.run('rehearse', page);
    expect(status).toBe(1);
    expect(stdout).toMatch(/failed .* 4 {2}docker run --rm ubuntu ls \/nowhere\n.*exit status 2.*\/nowhere/);
    expect(stdout).toContain('1 passed, 1 failed');
  });

  it('runs nothing where recordings would be written through a link', async () => {
    const lesson = mkdtempSync(join(folder, 'linked-'));
    const mine = join(folder, 'mine.txt');
    writeFileSync(join(lesson, 'index.md'), `# Page\n\n\`\`\`console\n$ echo run > ${mine}\n\`\`\`\n`);
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync('../elsewhere', join(lesson, 'recordings'));
    const { status, stderr } = await capas.run('rehearse', lesson, '--update');
    expect(status).toBe(2);
    expect(stderr).toMatch(/recordings: a link to \.\.\/elsewhere/);
    expect(existsSync(mine)).toBe(false);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
  });
});
