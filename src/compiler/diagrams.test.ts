import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import type { Surroundings } from './model.ts';

const snapshot = JSON.stringify({
  date: '2026-11-24T10:00:00Z',
  standIn: true,
  images: { 'ubuntu:latest': [{ id: 'sha256:ab', made: 'ADD base', size: 74e6 }] },
});

function compileLayers(block: string, files: Record<string, string>) {
  const surroundings: Surroundings = {
    picture: () => null,
    read: (path) => files[path] ?? null,
    exists: () => false,
  };
  return compile({ path: 'p.md', text: `# T\n\n\`\`\`layers\n${block}\n\`\`\`\n` }, surroundings)
    .diagrams[0]!;
}

test('an image that is only named gets the layers that a rehearsal recorded', () => {
  const diagram = compileLayers('image: ubuntu', { 'recordings/layers.json': snapshot });
  expect(diagram.stack?.images[0]?.layers).toEqual([{ id: 'sha256:ab', made: 'ADD base', size: 74e6 }]);
  expect(diagram.recorded).toEqual({ date: '2026-11-24T10:00:00Z', standIn: true });
  expect(diagram.mermaid).toContain('ADD base');
});

test('layers that the page says are not replaced', () => {
  const diagram = compileLayers('images:\n  - name: ubuntu\n    layers: [{ id: a, size: 1B }]', {
    'recordings/layers.json': snapshot,
  });
  expect(diagram.stack?.images[0]?.layers).toEqual([{ id: 'a', made: '', size: 1 }]);
  expect(diagram.recorded).toBeNull();
});

test.each([{}, { 'recordings/layers.json': 'broken' }] as Record<string, string>[])(
  'without a snapshot the layers stay unknown',
  (files) => {
    const diagram = compileLayers('image: ubuntu', files);
    expect(diagram.stack?.images[0]?.layers).toBeNull();
    expect(diagram.recorded).toBeNull();
  },
);
