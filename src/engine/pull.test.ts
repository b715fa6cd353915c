import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { followPull, type PullProgress } from './pull.ts';

async function follow(...chunks: string[]): Promise<PullProgress[]> {
  const stream = new PassThrough();
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  const seen: PullProgress[] = [];
  await followPull(stream, (progress) => seen.push(progress));
  return seen;
}

const line = (report: object) => `${JSON.stringify(report)}\n`;
const downloading = (id: string, current?: number, total?: number) =>
  line({ status: 'Downloading', id, progressDetail: { current, total } });

it.each([
  [
    'knows no layer before one is named',
    [line({ status: 'Pulling from library/x', id: 'latest' })],
    [0, 0, 0, 0],
  ],
  ['knows none by what names none', [line({ status: 'Digest: sha256:a' }), line({})], [0, 0, 0, 0]],
  [
    'counts a layer once',
    [line({ status: 'Waiting', id: 'a' }), line({ status: 'Waiting', id: 'a' })],
    [1, 0, 0, 0],
  ],
  [
    'sums what is downloaded',
    [downloading('a', 1, 5), downloading('b', 2, 10), downloading('a', 3, 5)],
    [2, 0, 5, 15],
  ],
  ['keeps what it knows where nothing is told', [downloading('a', 1, 5), downloading('a')], [1, 0, 1, 5]],
  [
    'keeps it without any detail',
    [downloading('a', 1, 5), line({ status: 'Downloading', id: 'a' })],
    [1, 0, 1, 5],
  ],
  [
    'has all of a layer that is downloaded',
    [downloading('a', 1, 5), line({ status: 'Download complete', id: 'a' })],
    [1, 0, 5, 5],
  ],
  [
    'has not yet all of one that is checked',
    [downloading('a', 1, 5), line({ status: 'Verifying', id: 'a' })],
    [1, 0, 1, 5],
  ],
  [
    'is done with one that is pulled',
    [downloading('a', 1, 5), line({ status: 'Pull complete', id: 'a' })],
    [1, 1, 5, 5],
  ],
  [
    'stays done',
    [line({ status: 'Already exists', id: 'a' }), line({ status: 'Extracting', id: 'a' })],
    [1, 1, 0, 0],
  ],
])('a pull %s', async (_, lines, [layers, done, bytes, total]) => {
  expect((await follow(...lines)).at(-1)).toMatchObject({ layers, done, bytes, total });
});

it('reads lines that are cut, end in two ways, are blank, or do not end', async () => {
  const seen = await follow('{"sta', 'tus":"one"}\r\n\r\n  \n{"status":"two"}\n', '{"status":"three"}');
  expect(seen.map(({ status }) => status)).toEqual(['one', 'two', 'three']);
});

it('stops at the registry’s error', async () => {
  await expect(follow(line({ error: 'denied' }), line({ status: 'x' }))).rejects.toMatchObject({
    ...{ code: 'failed', message: 'denied' },
  });
});
