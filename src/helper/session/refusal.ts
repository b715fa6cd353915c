import type { HelperMessage } from '../../protocol/messages.ts';
import type { Words } from './words.ts';

/** Who is told that something could not be done. */
export interface Told {
  send(message: HelperMessage): void;
}

/** Why a deck's wish is refused, by the word that says so. */
const CODES = {
  watching: 'watching',
  replaying: 'replaying',
  notApproved: 'not-approved',
  staleApproval: 'stale-approval',
  unknownStep: 'unknown-step',
} as const satisfies Partial<Record<keyof Words, string>>;

export type Refusal = keyof typeof CODES;

/** Says to a deck why it does not get what it asked for. */
export function refuse(deck: Told, why: Refusal, words: Words): void {
  tellProblem(deck, CODES[why], words[why]);
}

export function tellProblem(deck: Told, code: string, message: string): void {
  deck.send({ type: 'problem', code, message });
}
