import type { UndoList } from '../../protocol/messages.ts';
import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';
import { openDialog } from './dialog.ts';

/** Names what would be removed, and asks; `null` for a demo that never ran live. */
export async function askReset(list: UndoList | null, words: Words): Promise<boolean> {
  const answer = await openDialog({
    name: 'reset',
    title: words.resetTitle,
    body: list ? listBody(list, words) : [make('p', {}, words.resetNothing)],
    buttons: [
      { label: words.cancel, value: '' },
      { label: words.reset, value: 'reset', main: true },
    ],
  });
  return answer === 'reset';
}

function listBody(list: UndoList, words: Words): Node[] {
  const kinds = ['containers', 'networks', 'volumes'] as const;
  const removed = kinds.flatMap((kind) => list[kind].map((name) => makeEntry(name, words.resetKinds[kind])));
  const kept = [
    ...list.images.map((name) => makeEntry(name, words.resetKinds.images)),
    ...list.doubtful.map(({ name, why, by }) => makeEntry(name, words.resetDoubts[why](by.join(', ')))),
  ];
  if (list.unknown) return [make('p', {}, words.resetUnknown)];
  return [
    make('p', {}, removed.length > 0 ? words.resetLead(removed.length) : words.resetNothing),
    ...(removed.length > 0 ? [makeList(removed, words.resetRemoved)] : []),
    ...(kept.length > 0 ? [make('p', {}, words.resetKept), makeList(kept, words.resetKept)] : []),
  ];
}

/** A long list scrolls, also by keys. */
function makeList(entries: Node[], label: string): HTMLElement {
  return make('ol', { class: 'commands', tabindex: 0, 'aria-label': label }, ...entries);
}

function makeEntry(name: string, about: string): Node {
  return make('li', {}, make('code', {}, name), make('span', { class: 'commands__about' }, about));
}
