import { describe, expect, it } from 'vitest';
import type { StepState, StepStatus } from '../../protocol/messages.ts';
import {
  followStatus,
  hasRun,
  isBusy,
  type RunState,
  type StepView,
  viewStatus,
  WAITING,
} from './step-view.ts';

function makeStatus(more: Partial<StepStatus> = {}): StepStatus {
  return {
    ...{ step: 'a', state: 'running', terminal: 1, exit: null, milliseconds: 0, note: '', printed: null },
    ...more,
  };
}

const view = (state: RunState, more: Partial<StepView> = {}): StepView => ({ ...WAITING, state, ...more });

describe('what the helper says of a step', () => {
  it('is live, runs where the helper says, and began so long ago', () => {
    const status = makeStatus({ state: 'open', terminal: 2, exit: 0, milliseconds: 400, note: 'left' });
    expect(viewStatus(status, view('replaying', { source: 'author' }), 1000)).toEqual({
      ...{ state: 'open', terminal: 2, exit: 0, milliseconds: 400, since: 600, note: 'left' },
      ...{ source: 'live', printed: null },
    });
  });

  it('keeps what an earlier run printed until this one has ended', () => {
    const before = view('done', { printed: 'earlier' });
    expect(viewStatus(makeStatus(), before, 0).printed).toBe('earlier');
    expect(viewStatus(makeStatus({ state: 'done', printed: '' }), before, 0).printed).toBe('');
  });
});

describe('the terminal that is shown', () => {
  it.each<[StepState, RunState, number | null]>([
    ['waiting', 'waiting', 2],
    ['running', 'waiting', 2],
    ['open', 'waiting', 2],
    ['running', 'done', 2],
    // It is shown already, or a replay is.
    ['open', 'running', null],
    ['running', 'replaying', null],
    // It is over.
    ['done', 'running', null],
    ['failed', 'waiting', null],
    ['stopped', 'open', null],
  ])('at %s, after %s', (state, before, shows) => {
    expect(followStatus(makeStatus({ state, terminal: 2 }), view(before), '').shows).toBe(shows);
  });
});

describe('what is said', () => {
  it.each<[string, Partial<StepStatus>, StepView, string]>([
    [
      'why it failed, and what can be done',
      { state: 'failed', note: 'no.' },
      view('running'),
      'no. Press G.',
    ],
    ['what can be done where nobody knows why', { state: 'failed' }, view('open'), 'Press G.'],
    ['only why, of what never began', { state: 'failed', note: 'no.' }, view('waiting'), 'no.'],
    ['what was done for it', { note: 'left' }, view('waiting'), 'left'],
    ['not the same again', { note: 'left' }, view('waiting', { note: 'left' }), ''],
    ['nothing where there is nothing', { state: 'done' }, view('running', { note: 'left' }), ''],
  ])('%s', (_, status, before, says) => {
    expect(followStatus(makeStatus(status), before, 'Press G.').says).toBe(says);
  });

  it.each<[StepState, boolean]>([
    ['failed', true],
    ['done', false],
    ['running', false],
  ])('the recording is offered after %s: %s', (state, offered) => {
    expect(followStatus(makeStatus({ state }), WAITING, '').offersRecording).toBe(offered);
  });
});

it.each<[RunState, boolean, boolean]>([
  ['waiting', false, false],
  ['running', true, false],
  ['open', true, false],
  ['replaying', true, false],
  ['done', false, true],
  ['failed', false, true],
  ['stopped', false, true],
  ['replayed', false, true],
])('%s: busy %s, has run %s', (state, busy, run) => {
  expect([isBusy(view(state)), hasRun(view(state))]).toEqual([busy, run]);
});
