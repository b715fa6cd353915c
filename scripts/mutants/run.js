/**
 * `npm run test:mutants`: changes the code of the rooms in `rooms.js` in hundreds of small ways, in a copy, and
 * tells which changes no test noticed. It takes the better part of an hour, so it is no part of `npm test`.
 *
 * Usage: npm run test:mutants -- [room…] [--sample PERCENT] [--seed TEXT]
 *
 * Stryker is fetched when it is first needed, in the last version that runs on the oldest Node that Capas
 * supports. Which survivors change nothing, and why, stands in `equivalent.json`. Exit status 1 when a room
 * has less than 85 % killed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rooms } from './rooms.js';

const VERSION = '9.6.1';
/** Killed of a hundred that each room owes. */
const GOAL = 85;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const place = join('node_modules', '.cache', 'mutants');
const stryker = join(place, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

fetchStryker();
tellOutdated();
const scores = (positionals.length > 0 ? positionals : Object.keys(rooms)).map(tryRoom);
process.exitCode = scores.every((score) => score >= GOAL) ? 0 : 1;

/** Beside the project's own packages, so that it finds the project's vitest. */
function fetchStryker() {
  if (existsSync(stryker)) return;
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`);
  const options = ['--no-save', '--legacy-peer-deps', '--no-audit', '--no-fund'];
  spawnSync('npm', ['install', '--prefix', place, ...options, ...packages], { stdio: 'inherit' });
}

/** What was judged of a line that has changed since has to be judged again. */
function tellOutdated() {
  const known = JSON.parse(readFileSync(new URL('equivalent.json', import.meta.url), 'utf8'));
  for (const { file, line } of known) {
    const isThere = existsSync(file) && readFileSync(file, 'utf8').includes(line);
    if (!isThere) console.log(`equivalent.json: no longer in ${file}: ${line}`);
  }
}

function tryRoom(room) {
  const folder = join('out', 'mutants');
  const report = join(folder, `${room}.json`);
  const config = join(folder, `${room}.config.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(config, JSON.stringify(configure(room, report)));
  rmSync(report, { force: true });
  const [program, ...words] = [...fence(room), process.execPath, stryker, 'run', config];
  const { stdout } = spawnSync(program, words, {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: {
      ...process.env,
      CAPAS_MUTANTS_ROOM: room,
      CAPAS_MUTANTS_SAMPLE: values.sample,
      CAPAS_MUTANTS_SEED: values.seed,
    },
  });
  if (!existsSync(report)) throw new Error(`the tests of ${room} could not be run:\n${stdout}`);
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const silent = listTests(room).filter((file) => !(file in result.testFiles));
  if (silent.length > 0) throw new Error(`no test of these has run: ${silent.join(', ')}`);
  return tell(room, result);
}

/**
 * A mutant of what ends processes may end any: it is tried where it sees only its own (pid_namespaces(7)), or
 * not at all.
 */
function fence(room) {
  const user = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const words = ['unshare', ...user, '--pid', '--fork', '--kill-child', '--mount-proc'];
  if (spawnSync(words[0], [...words.slice(1), 'true']).status === 0) return words;
  if (!rooms[room].endsProcesses) return [];
  throw new Error(`${room} ends processes, and is tried only where \`unshare --pid\` is there and allowed`);
}

/** A file of tests that can't be loaded would be no test that fails. */
function listTests(room) {
  const wanted = matcher(rooms[room].tests);
  const unwanted = matcher(rooms[room].exceptTests ?? []);
  return readdirSync('src', { recursive: true })
    .map((name) => join('src', String(name)))
    .filter((name) => wanted.test(name) && !unwanted.test(name));
}

/** Matches the names that one of these globs means. */
function matcher(globs) {
  const patterns = globs.map((glob) => glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*'));
  return new RegExp(`^(?:${patterns.join('|')})$`);
}

function configure(room, report) {
  return {
    testRunner: 'vitest',
    coverageAnalysis: 'perTest',
    mutate: [...rooms[room].files, '!src/**/*.test.ts', '!src/**/*.fixture.ts'],
    vitest: { configFile: 'scripts/mutants/vitest.config.ts', related: false },
    plugins: ['@stryker-mutator/*', './scripts/mutants/judge.js'],
    checkers: ['judge'],
    tempDirName: join('out', 'mutants', room),
    ignorePatterns: ['/out', '/dist', '/bench'],
    concurrency: 2,
    timeoutMS: 3_000,
    allowEmpty: true,
    warnings: false,
    reporters: ['json'],
    jsonReporter: { fileName: report },
  };
}

function tell(room, { files }) {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file, source })),
  );
  const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  const alive = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  for (const mutant of alive) console.log(describe(mutant));
  const tried = killed.length + alive.length;
  const score = tried === 0 ? 100 : (100 * killed.length) / tried;
  console.log(`${room}: ${killed.length} of ${tried} killed, ${score.toFixed(1)} %`);
  return score;
}

/** `src/a.ts:7:3: ConditionalExpression: left !== right → true` */
function describe({ file, source, location: { start, end }, mutatorName, replacement, status }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  const was = shorten(lines.join('\n'));
  const untried = status === 'NoCoverage' ? ' (no test comes by)' : '';
  return `${file}:${start.line}:${start.column}: ${mutatorName}: ${was} → ${shorten(replacement ?? '')}${untried}`;
}

function shorten(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
