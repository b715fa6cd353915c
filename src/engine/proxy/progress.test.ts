import { expect, it } from 'vitest';
import { type Progress, readProgress } from './progress.ts';

const ID = `sha256:${'a'.repeat(64)}`;
const SHORT = 'a'.repeat(12);
const stream = (text: string) => ({ stream: text });
const status = (text: string) => ({ status: text });

/** A line of a stream, and what it tells. */
const cases: [unknown, Partial<Progress>][] = [
  [status('Status: Downloaded newer image for httpd:2.4'), { references: ['httpd:2.4'] }],
  [stream('Loaded image: app:1\n'), { references: ['app:1'] }],
  [{ Names: ['app:1', 7, 'app:2'] }, { references: ['app:1', 'app:2'] }],
  [{ aux: { ID } }, { ids: [ID] }],
  [{ id: 'moby.image.id', aux: { ID } }, { ids: [ID] }],
  [status(ID), { ids: [ID] }],
  [stream(`Loaded image ID: ${ID}\n`), { ids: [ID] }],
  [stream(`Successfully built ${SHORT}\n`), { ids: [SHORT] }],
  [stream(`${ID}\n`), { ids: [ID] }],
  [stream(`${'a'.repeat(64)}\n`), { ids: ['a'.repeat(64)] }],
  [stream(` ---> ${SHORT}\n`), { layers: [SHORT] }],
  [stream(` ---> Running in ${SHORT}\n`), { containers: [SHORT] }],
  [status('Status: Image is up to date for httpd:2.4'), { isWithout: true }],
  [{ error: 'no' }, { isWithout: true }],
  [{ errorDetail: { message: 'no' } }, { isWithout: true }],
];
const nothing = [
  ...[
    null,
    undefined,
    7,
    'error',
    [],
    {},
    { aux: null },
    { aux: { ID: 7 } },
    { error: '' },
    { errorDetail: null },
  ],
  ...[{ aux: { Size: 1 } }, { Names: 'app' }, { aux: 'ID' }],
  ...[`x ${ID}`, `${ID} x`, `${ID}a`, SHORT, 'sha256:'].map(stream),
  ...['x Loaded image: a', 'Loaded image: a b', `x Loaded image ID: ${ID}`, `Loaded image ID: ${ID} x`].map(
    stream,
  ),
  ...[`x Successfully built ${SHORT}`, `Successfully built ${SHORT}a`, 'Successfully tagged app:1'].map(
    stream,
  ),
  ...[`x ---> Running in ${SHORT}`, `---> Running in ${SHORT} x`, `x ---> ${SHORT}`, `---> ${SHORT}a`].map(
    stream,
  ),
  ...['x Status: Downloaded newer image for a', 'Status: Downloaded newer image for a b'].map(status),
  ...['x Status: Image is up to date for a', `x${ID}`, `${ID}a`, SHORT, 'Downloading'].map(status),
];

it.each([...cases, ...nothing.map((line): [unknown, Partial<Progress>] => [line, {}])])(
  '%j tells %j',
  (line, told) => {
    const none = { references: [], ids: [], layers: [], containers: [], isWithout: false };
    expect(readProgress(line)).toEqual({ ...none, ...told });
  },
);
