import { make } from '../dom.ts';
import { KEYS, type KeyBinding } from '../keys/keys.ts';
import type { Words } from '../words/words.ts';
import { openDialog } from './dialog.ts';

/** Shows every key and what it does. Without steps there is no demo to show keys for. */
export async function showHelp(words: Words, hasDemo: boolean): Promise<void> {
  const columns = [makeList('deck', words.helpDeck, words)];
  if (hasDemo) columns.push(makeList('demo', words.helpDemo, words));
  await openDialog({ name: 'help', title: words.help, body: columns });
}

function makeList(group: KeyBinding['group'], title: string, words: Words): HTMLElement {
  const list = make('dl', { class: 'keys' });
  for (const binding of KEYS.filter((one) => one.group === group)) {
    list.append(make('div', {}, makeKeys(binding, words), make('dd', {}, words.keys[binding.action])));
  }
  return make('section', {}, make('h3', {}, title), list);
}

function makeKeys({ keys, shift }: KeyBinding, words: Words): HTMLElement {
  const names = keys.map((key) => (shift ? `⇧ ${sayKey(key, words)}` : sayKey(key, words)));
  return make('dt', {}, ...names.map((name) => make('kbd', {}, name)));
}

function sayKey(key: string, words: Words): string {
  if (key === 'space') return words.space;
  if (key === 'leave') return words.leaveKey;
  return key.length === 1 ? key.toUpperCase() : key;
}
