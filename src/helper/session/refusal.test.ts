import { expect, it } from 'vitest';
import type { HelperMessage } from '../../protocol/messages.ts';
import { type Refusal, refuse } from './refusal.ts';
import { wordsFor } from './words.ts';

it.each<[Refusal, string]>([
  ['watching', 'watching'],
  ['replaying', 'replaying'],
  ['notApproved', 'not-approved'],
  ['staleApproval', 'stale-approval'],
  ['unknownStep', 'unknown-step'],
])('%s is refused with a code for programs and words for people', (why, code) => {
  const sent: HelperMessage[] = [];
  refuse({ send: (message) => sent.push(message) }, why, wordsFor('en'));
  expect(sent).toEqual([{ type: 'problem', code, message: wordsFor('en')[why] }]);
});
