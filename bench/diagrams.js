import { time } from './figures.js';

/**
 * Drawing 50 diagrams before class, the browser's start included.
 * @param {typeof import('./parts.js')} capas
 * @returns {Promise<import('./figures.js').Figure[]>}
 */
export async function bench({ renderMermaid }) {
  const diagrams = Array.from({ length: 50 }, (_, index) => ({
    id: `d-${index}`,
    mermaid: index % 2 === 0 ? makeFlow(index) : makeStack(index),
    title: `Diagram ${index}`,
    description: 'What it shows',
  }));
  const [elapsed = 0] = await time(1, () => renderMermaid(diagrams));
  return [{ what: 'Drawing 50 diagrams', value: elapsed / 1000, unit: 's' }];
}

/** @param {number} seed */
function makeFlow(seed) {
  const nodes = Array.from({ length: 8 }, (_, node) => `  n${node}["docker ${seed} ${node}"]`);
  const edges = Array.from({ length: 8 }, (_, node) => `  n${node} --> n${(node * 3 + seed) % 8}`);
  return ['flowchart LR', ...nodes, ...edges].join('\n');
}

/** @param {number} seed */
function makeStack(seed) {
  const rows = Array.from({ length: 6 }, (_, row) => `  a${row}["RUN apt ${seed} ${row}"]:3`);
  return ['block', '  columns 3', ...rows].join('\n');
}
