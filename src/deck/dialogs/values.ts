import type { DeckStep } from '../../protocol/deck-data.ts';
import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';
import { openDialog } from './dialog.ts';
import { showHidden } from './show-hidden.ts';

/** Asks for the values of a command's placeholders; `null` when it was cancelled or one was left empty. */
export async function askValues(step: DeckStep, words: Words): Promise<Record<string, string> | null> {
  const fields = step.placeholders.map((name, at) => ({
    name,
    input: make('input', {
      id: `capas-value-${name}`,
      value: remembered.get(name) ?? '',
      autocomplete: 'off',
      spellcheck: 'false',
      required: true,
      autofocus: at === 0,
    }),
  }));
  const answer = await openDialog({
    name: 'values',
    title: words.valuesTitle,
    body: [
      make('pre', { class: 'values__command' }, showHidden(step.command)),
      make('p', {}, words.valuesLead),
      ...fields.map(({ name, input }) =>
        make('label', { class: 'field', for: input.id }, make('code', {}, name), input),
      ),
    ],
    buttons: [{ label: words.run, value: 'run', main: true }],
  });
  if (answer !== 'run') return null;
  const values = Object.fromEntries(fields.map(({ name, input }) => [name, input.value.trim()]));
  for (const [name, value] of Object.entries(values)) remembered.set(name, value);
  return Object.values(values).every((value) => value !== '') ? values : null;
}

/** What was typed last for a placeholder: the same container is often named again. */
const remembered = new Map<string, string>();
