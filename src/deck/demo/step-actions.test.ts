import { expect, it } from 'vitest';
import { wordsFor } from '../words/words.ts';
import { listStepActions, type StepAction, type StepFacts } from './step-actions.ts';
import type { RunState } from './step-view.ts';

const actions: StepAction[] = [
  ...(['stop', 'press', 'enter', 'showRecording', 'showAuthor', 'toggleOutput', 'copy'] as const),
];

/** The menu's labels, and which action each of them does. */
function list(state: RunState, more: Partial<StepFacts> = {}) {
  const done: StepAction[] = [];
  const facts = { view: { state }, isLive: true, hasRecording: true, hasOutput: true, ...more };
  const does = Object.fromEntries(actions.map((action) => [action, () => done.push(action)]));
  const items = listStepActions(facts, wordsFor('en'), does as unknown as Record<StepAction, () => void>);
  for (const item of items) item.do();
  return { labels: items.map(({ label }) => label), done };
}

const always = ['showRecording', 'showAuthor', 'toggleOutput', 'copy'];

it.each<[RunState, string[]]>([
  ['waiting', ['press']],
  ['running', ['stop', 'enter']],
  ['open', ['stop', 'enter']],
  ['replaying', ['stop']],
  ['replayed', ['press']],
  ['failed', ['press']],
])('of a step that is %s: %j', (state, first) => {
  expect(list(state).done).toEqual([...first, ...always]);
});

it.each<[RunState, boolean, string]>([
  ['waiting', true, 'Run'],
  ['done', true, 'Run again'],
  ['waiting', false, 'Replay'],
  ['done', false, 'Replay'],
])('its first action after %s, live %s: %s', (state, isLive, label) => {
  expect(list(state, { isLive }).labels[0]).toBe(label);
});

it('has neither a recording nor an output that there is not', () => {
  expect(list('done', { hasRecording: false, hasOutput: false }).done).toEqual([
    ...['press', 'showAuthor', 'copy'],
  ]);
});
