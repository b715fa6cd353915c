import { squeezeTables } from '../../compiler/squeeze.ts';
import type { DeckStep } from '../../protocol/deck-data.ts';

/** What the page's author wrote under a command, by the element that shows it. */
const written = new WeakMap<Element, string>();

/**
 * Puts what a step printed in the place of its author's output, as high as that was so that nothing jumps;
 * `null` puts the author's back. An output that goes on on another slide stays the author's.
 */
export function showOutput(row: Element, step: DeckStep, printed: string | null): void {
  const output = row.querySelector<HTMLElement>(':scope > .step__output');
  if (!output) return;
  const author = written.get(output) ?? output.textContent;
  written.set(output, author);
  if (author !== squeezeTables(step.output)) return;
  const text = printed === null ? author : squeezeTables(printed);
  if (output.textContent !== text) output.textContent = text;
  output.classList.toggle('step__output--printed', printed !== null);
  output.style.setProperty('--lines', String(author.split('\n').length));
}
