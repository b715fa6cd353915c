import type { IParser } from '@xterm/xterm';
import { expect, it } from 'vitest';
import { boundRepeats } from './repeats.ts';

type Params = (number | number[])[];
const handlers = new Map<string, (params: Params) => boolean | Promise<boolean>>();
const ignored = { dispose() {} };
const parser = {
  registerCsiHandler({ prefix = '', intermediates = '', final }, handler) {
    handlers.set(`${prefix}${intermediates}${final}`, handler);
    return ignored;
  },
  ...{ registerDcsHandler: () => ignored, registerOscHandler: () => ignored },
  ...{ registerEscHandler: () => ignored, registerApcHandler: () => ignored },
} as IParser;
let size = { cols: 80, rows: 24 };
boundRepeats(parser, () => size);

const isEnded = (sequence: string, ...params: Params) => handlers.get(sequence)?.(params);

it.each([...'@LMPSTXbIZ', ' @', ' A', "'}", "'~"])(
  'CSI Ps %s is done as often as there are cells, not more',
  (id) => {
    size = { cols: 80, rows: 24 };
    for (const count of [0, 1, 24, 80]) expect(isEnded(id, count)).toBe(false);
    for (const count of [81, 10_000, 2_147_483_647]) expect(isEnded(id, count)).toBe(true);
    expect(isEnded(id)).toBe(false);
    expect(isEnded(id, [5])).toBe(false);
    size = { cols: 10, rows: 90 };
    expect(isEnded(id, 90)).toBe(false);
  },
);

it('nothing else is touched', () => {
  expect(isEnded('C', 1_000)).toBeUndefined();
  expect(isEnded('m', 1_000)).toBeUndefined();
});
