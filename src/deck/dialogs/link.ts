import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';
import { openDialog } from './dialog.ts';
import { showHidden } from './show-hidden.ts';

/**
 * Opens, in a window that knows nothing of this one, an address that a program printed behind words of its own
 * choice, once somebody has seen it and said so. Nothing but http and https is an address here.
 */
export async function openPrintedLink(address: string, words: Words): Promise<void> {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return;
  const { href } = new URL(address);
  const answer = await openDialog({
    name: 'link',
    title: words.linkTitle,
    body: [make('p', {}, make('code', { class: 'dialog__address' }, showHidden(href)))],
    buttons: [
      { label: words.cancel, value: '' },
      { label: words.linkOpen, value: 'open', main: true },
    ],
  });
  if (answer === 'open') window.open(href, '_blank', 'noopener,noreferrer');
}
