/**
 * `npm run bench`: measures what users wait for, and prints medians beside the aims.
 *
 * Usage: node bench/run.js [--peers] [bench…]   (all benches but `peers` when none is named)
 */
import { loadSources } from './sources.js';

const names = ['compile', 'start', 'press', 'first-slide', 'diagrams', 'pdf', 'corpus'];
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const wanted = asked.length > 0 ? asked : [...names];
if (process.argv.includes('--peers')) wanted.push('peers');

const capas = await loadSources();
let missed = 0;
for (const name of wanted) {
  const { bench } = await import(`./${name}.js`);
  for (const figure of await bench(capas)) print(figure);
}
console.log(missed === 0 ? 'Every aim is met.' : `${missed} aims are missed.`);

/** @param {import('./figures.js').Figure} figure */
function print({ what, value, unit, most, least, note }) {
  const met = (most === undefined || value <= most) && (least === undefined || value >= least);
  if (!met) missed += 1;
  const aim = most !== undefined ? `at most ${most}` : least !== undefined ? `at least ${least}` : '';
  const verdict = aim === '' ? '' : `  (aim: ${aim} ${unit}${met ? '' : ', MISSED'})`;
  console.log(`${what}: ${round(value)} ${unit}${verdict}${note ? `  [${note}]` : ''}`);
}

/** @param {number} value */
function round(value) {
  return Number(value.toPrecision(3));
}
