/**
 * One measured figure. `most` or `least` is its aim; without one it is told for comparison.
 * @typedef {{ what: string, value: number, unit: string, most?: number, least?: number, note?: string }} Figure
 */

/**
 * @param {number[]} values
 * @returns {number}
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/**
 * Milliseconds that each of `runs` takes.
 * @param {number} runs
 * @param {(run: number) => unknown} work
 * @returns {Promise<number[]>}
 */
export async function time(runs, work) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work(run);
    times.push(performance.now() - start);
  }
  return times;
}
