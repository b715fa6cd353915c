import { formatSize } from '../../diagram/sizes.ts';
import type { Description } from '../../protocol/messages.ts';
import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';

/** What an image or a container is made of: its layers from the top down, its changes, and all the rest folded. */
export function makeDescription(description: Description, words: Words): Node[] {
  const { kind, name, inspect } = description;
  return [
    make('h3', {}, name),
    ...(kind === 'container' ? makeChanges(description, words) : []),
    makeLayers(description, words),
    make('details', {}, make('summary', {}, words.inspect), make('pre', {}, inspect)),
  ];
}

function makeLayers({ layers }: Description, words: Words): HTMLElement {
  const head = [words.layer, words.made, words.size].map((text) => make('th', { scope: 'col' }, text));
  const rows = [...layers]
    .reverse()
    .map(({ id, made, size }) =>
      make(
        'tr',
        {},
        make('td', {}, make('code', {}, id.replace(/^sha256:/, '').slice(0, 12))),
        make('td', {}, make('code', {}, made)),
        make('td', { class: 'explorer__figure' }, size === null ? '' : formatSize(size)),
      ),
    );
  return make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
}

function makeChanges({ changes }: Description, words: Words): Node[] {
  const title = make('h4', {}, words.changes);
  if (changes.length === 0) return [title, make('p', {}, words.noChanges)];
  const items = changes.map(({ path, kind }) =>
    make(
      'li',
      { class: `explorer__change--${kind}` },
      make('span', {}, words.changeKinds[kind]),
      ' ',
      make('code', {}, path),
    ),
  );
  return [title, make('ul', { class: 'explorer__changes' }, ...items)];
}
