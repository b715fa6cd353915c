import { expect, test } from 'vitest';
import { formatLayersSnapshot, parseLayersSnapshot } from './layers-snapshot.ts';

const snapshot = {
  date: '2026-11-24T10:00:00.000Z',
  engine: 'Docker 28.1.1',
  standIn: true,
  images: { ubuntu: [{ id: 'sha256:ab', made: 'ADD', size: 74 }] },
};

test('what was written is read back', () => {
  expect(parseLayersSnapshot(formatLayersSnapshot(snapshot))).toEqual(snapshot);
});

test('unknown sizes and makers are no mistake', () => {
  const text = JSON.stringify({ date: '', images: { a: [{ id: 'x' }] } });
  expect(parseLayersSnapshot(text)?.images['a']).toEqual([{ id: 'x', made: '', size: null }]);
});

test.each(['', '{', '[]', '{"images":{}}', '{"date":"","images":{"a":[{"id":"x","size":-1}]}}'])(
  'is no snapshot: %s',
  (text) => {
    expect(parseLayersSnapshot(text)).toBeNull();
  },
);
