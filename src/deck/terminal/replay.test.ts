import { expect, test } from 'vitest';
import type { RecordingEvent } from '../../recording/recording.ts';
import type { Screen } from './driver.ts';
import { LONGEST_PAUSE, ReplayDriver } from './replay.ts';

function makeScreen() {
  const shown: string[] = [];
  const screen: Screen = {
    write: (data, drawn) => {
      if (data !== '') shown.push(String(data));
      drawn?.();
    },
    clear: () => {},
    column: () => 0,
    focus: () => {},
    setFontSize: () => {},
    fit: () => ({ columns: 80, rows: 24 }),
  };
  return { screen, shown };
}

const EVENTS: RecordingEvent[] = [
  { at: 0, code: 'o', data: 'a' },
  { at: 100, code: 'o', data: 'b' },
  { at: 60_000, code: 'o', data: 'c' },
  { at: 60_100, code: 'x', data: '0' },
];

test('keeps the pace of a recording, but waits no longer than a second', async () => {
  const waits: number[] = [];
  const driver = new ReplayDriver(async (milliseconds) => void waits.push(milliseconds));
  const { screen, shown } = makeScreen();
  driver.attach(screen);
  await driver.play(() => EVENTS);
  expect(shown).toEqual(['a', 'b', 'c']);
  expect(waits).toEqual([100, LONGEST_PAUSE, 100]);
});

test('plays faster, and after the fastest at its own pace again', () => {
  const driver = new ReplayDriver();
  expect([driver.faster(), driver.faster(), driver.faster(), driver.faster()]).toEqual([2, 4, 8, 1]);
});

test('jumps to the end', async () => {
  const driver = new ReplayDriver((_milliseconds, hurry) => hurry);
  const { screen, shown } = makeScreen();
  driver.attach(screen);
  const played = driver.play(() => EVENTS);
  await new Promise((resolve) => setTimeout(resolve));
  driver.finish();
  await played;
  expect(shown).toEqual(['a', 'b', 'c']);
});

test('brings what still plays to its end before the next', async () => {
  const driver = new ReplayDriver((_milliseconds, hurry) => hurry);
  const { screen, shown } = makeScreen();
  driver.attach(screen);
  const first = driver.play(() => EVENTS);
  await new Promise((resolve) => setTimeout(resolve));
  const second = driver.play(() => [{ at: 0, code: 'o', data: 'next' }]);
  await Promise.all([first, second]);
  expect(shown).toEqual(['a', 'b', 'c', 'next']);
});
