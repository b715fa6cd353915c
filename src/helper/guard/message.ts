import * as v from 'valibot';
import { type DeckMessage, deckMessage } from '../../protocol/messages.ts';

/** Bytes of one message; the longest that a deck sends is a paste of 64 K characters. */
export const LARGEST_MESSAGE = 256 * 1024;

/** A deck's message, or `null` when it is anything else than one of the protocol. */
export function readMessage(data: Buffer, isBinary: boolean): DeckMessage | null {
  if (isBinary || data.length > LARGEST_MESSAGE) return null;
  const result = v.safeParse(deckMessage, parseJson(data.toString('utf8')));
  return result.success ? result.output : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
