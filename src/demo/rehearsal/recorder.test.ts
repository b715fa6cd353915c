import { expect, it } from 'vitest';
import { joinOutput } from '../../recording/printed.ts';
import { Recorder } from './recorder.ts';

function makeRecorder() {
  const clock = { now: 1_000 };
  return { clock, recorder: new Recorder(() => clock.now) };
}

it('tells when each thing was printed, from the step’s start, and its exit status', () => {
  const { clock, recorder } = makeRecorder();
  recorder.start('a');
  clock.now += 20;
  recorder.print('a', Buffer.from('one\r\n'));
  clock.now += 0.2;
  recorder.print('a', Buffer.from('two\r\n'));
  clock.now += 100;
  expect(recorder.finish('a', 3)).toEqual([
    { at: 20, code: 'o', data: 'one\r\ntwo\r\n' },
    { at: 120, code: 'x', data: '3' },
  ]);
});

it('puts together a character that was cut', () => {
  const { recorder } = makeRecorder();
  const bytes = Buffer.from('ñ');
  recorder.start('a');
  recorder.print('a', bytes.subarray(0, 1));
  recorder.print('a', bytes.subarray(1));
  expect(joinOutput(recorder.finish('a', null))).toBe('ñ');
});

it('keeps steps apart, and only the last run of each', () => {
  const { recorder } = makeRecorder();
  recorder.start('a');
  recorder.print('a', Buffer.from('first'));
  recorder.start('b');
  recorder.start('a');
  recorder.print('a', Buffer.from('again'));
  recorder.print('b', Buffer.from('other'));
  recorder.print('unknown', Buffer.from('lost'));
  expect(joinOutput(recorder.finish('a', null))).toBe('again');
  expect(joinOutput(recorder.finish('b', null))).toBe('other');
});

it('cuts a flood and marks the cut', () => {
  const { recorder } = makeRecorder();
  const block = Buffer.alloc(1024 * 1024, 'x');
  recorder.start('a');
  for (let count = 0; count < 9; count++) recorder.print('a', block);
  const events = recorder.finish('a', 0);
  expect(joinOutput(events).length).toBe(4 * 1024 * 1024);
  expect(events.map(({ code }) => code)).toEqual(['o', 'm', 'x']);
});
