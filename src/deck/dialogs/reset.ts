import { make } from '../dom.ts';
import type { Words } from '../words.ts';
import { openDialog } from './dialog.ts';

/** Asks whether what the demo made is to be removed. */
export async function askReset(words: Words): Promise<boolean> {
  const answer = await openDialog({
    name: 'reset',
    title: words.resetTitle,
    body: [make('p', {}, words.resetLead)],
    buttons: [
      { label: words.cancel, value: '' },
      { label: words.reset, value: 'reset', main: true },
    ],
  });
  return answer === 'reset';
}
