/** The lab by hand: `npm run lab up` prints how to speak to its engine, `npm run lab down` ends it. */
import { findLab, startLab, stopLab } from './environment/start-lab.js';

const NAME = 'by-hand';
const commands = { up, down };
const command = commands[/** @type {keyof typeof commands} */ (process.argv[2])];

if (command) await command();
else {
  console.error('Usage: npm run lab up | down');
  process.exitCode = 2;
}

async function up() {
  const host = findLab(NAME) ?? (await startLab({ name: NAME })).host;
  console.log(`export DOCKER_HOST=${host}`);
}

async function down() {
  await stopLab(NAME);
}
