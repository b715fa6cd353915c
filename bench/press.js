import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { median } from './figures.js';

const runs = 25;
/** Without an engine: a program that takes as long to start as Docker's client, and prints as much. */
const standIn = `${process.execPath} -e 'for (let i = 0; i < 20; i++) console.log("ubuntu   latest   f63181f19b2f   7 days ago   72.9MB", i)'`;

/**
 * From pressing run to the last byte of `docker images`, as the deck gets it from the helper, beside the
 * same command typed into a bare pseudo-terminal; the two take turns, so that both meet the same machine.
 * @param {typeof import('./parts.js')} capas
 * @returns {Promise<import('./figures.js').Figure[]>}
 */
export async function bench(capas) {
  const command = hasEngine() ? 'docker images' : standIn;
  const folder = mkdtempSync(join(tmpdir(), 'capas-bench-'));
  const bare = await openBareTerminal(folder);
  const deck = await openDeck(capas, folder, command);
  const times = { bare: /** @type {number[]} */ ([]), deck: /** @type {number[]} */ ([]) };
  for (let run = 0; run < runs; run++) {
    times.bare.push(await bare.run(command));
    times.deck.push(await deck.run());
  }
  bare.close();
  await deck.close();
  rmSync(folder, { recursive: true, force: true });
  const note = hasEngine() ? 'docker images' : 'no engine: a program of the same length';
  const [inDeck, inTerminal] = [median(times.deck), median(times.bare)];
  return [
    { what: 'Pressing run to the last byte', value: inDeck, unit: 'ms', note },
    { what: 'The same in a bare terminal', value: inTerminal, unit: 'ms' },
    { what: 'Ratio', value: inDeck / inTerminal, unit: 'times', most: 1.1 },
  ];
}

function hasEngine() {
  try {
    execFileSync('docker', ['version'], { stdio: 'ignore', timeout: 3000 });
    return true;
  } catch {
    return false;
  }
}

/** What any terminal has; a variable that slows programs down must not count for one side only. */
function bareEnvironment() {
  const names = ['PATH', 'HOME', 'LANG', 'DOCKER_HOST', 'DOCKER_CONTEXT'];
  const kept = names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { ...Object.fromEntries(kept), TERM: 'xterm-256color' };
}

/** @param {string} folder */
async function openBareTerminal(folder) {
  const prompt = '@@ready@@';
  const terminal = spawn('bash', ['--noprofile', '--norc', '-i'], {
    cwd: folder,
    env: { ...bareEnvironment(), PS1: prompt, HISTFILE: '' },
    cols: 120,
    rows: 30,
  });
  let seen = '';
  let ready = () => {};
  terminal.onData((data) => {
    seen += data;
    if (seen.endsWith(prompt)) ready();
  });
  const nextPrompt = () => new Promise((resolve) => (ready = () => resolve(null)));
  await nextPrompt();
  return {
    /** @param {string} command */
    async run(command) {
      seen = '';
      const start = performance.now();
      terminal.write(`${command}\r`);
      await nextPrompt();
      return performance.now() - start;
    },
    close: () => terminal.kill(),
  };
}

/**
 * A deck as the helper sees it: it approves the lesson's one command and runs it.
 * @param {typeof import('./parts.js')} capas
 * @param {string} folder
 * @param {string} command
 */
async function openDeck(capas, folder, command) {
  const { startHelper, loadCourse } = capas;
  const path = join(folder, 'page.md');
  writeFileSync(path, `# Bench\n\n\`\`\`console\n$ ${command}\n\`\`\`\n`);
  const [own] = loadCourse(path).lessons;
  const step = own?.lesson.steps[0]?.id;
  const env = { ...process.env, XDG_STATE_HOME: folder };
  const helper = await startHelper({ path, port: 0, replay: false, env });
  const guest = await capas.enter(helper);
  const socket = capas.openSocket(guest);
  await new Promise((resolve) => socket.once('open', resolve));
  const send = (/** @type {object} */ message) => socket.send(JSON.stringify(message));
  let bytes = 0;
  let last = 0;
  /** @type {(message: any) => void} */
  let receive = () => {};
  socket.on('message', (/** @type {Buffer} */ data, binary) => {
    if (!binary) return receive(JSON.parse(data.toString()));
    bytes += data.length - 1;
    last = performance.now();
    send({ type: 'ack', terminal: 1, bytes });
  });
  /** @param {(message: any) => boolean} wanted */
  const hear = (wanted) =>
    new Promise((resolve) => {
      receive = (message) => wanted(message) && resolve(message);
    });

  const { proof } = await capas.greet(socket, guest, await capas.askPass(guest));
  const welcome = hear(({ type }) => type === 'welcome');
  send({ type: 'hello', proof, lesson: own?.slug, capability: 'bench' });
  const { approval } = /** @type {any} */ (await welcome);
  if (approval) {
    const approved = hear(({ type }) => type === 'approval');
    send({ type: 'approve', digest: approval.digest });
    await approved;
  }
  const run = async () => {
    const start = performance.now();
    const done = hear(({ type, status }) => type === 'step' && /done|failed/.test(status.state));
    send({ type: 'run', step });
    const { status } = /** @type {any} */ (await done);
    if (status.state !== 'done') throw new Error(`The command failed: ${status.note}`);
    return Math.max(last, start) - start;
  };
  await run();
  return {
    run,
    async close() {
      socket.close();
      await helper.close();
    },
  };
}
