import { type Sentence, words } from './words.ts';

export type ReasonCode = keyof typeof words;

/** Why lines of a page were taken for what they are: a code, and what it is about, as the page writes it. */
export interface Reason {
  code: ReasonCode;
  about: string[];
}

export function because(code: ReasonCode, ...about: string[]): Reason {
  return { code, about };
}

/** The reason as a person reads it. */
export function tellReason({ code, about }: Reason): string {
  const tell: Sentence = words[code];
  return tell(...about);
}
