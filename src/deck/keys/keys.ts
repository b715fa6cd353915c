import type { Words } from '../words/words.ts';

export type KeyAction = keyof Words['keys'];

export interface KeyBinding {
  action: KeyAction;
  group: 'deck' | 'demo';
  /** As `KeyboardEvent.key` gives them; letters in lower case. The first is the one that the help shows. */
  keys: string[];
  shift?: boolean;
  /** Done by reveal.js or by the terminal itself; stands here for the help. */
  elsewhere?: boolean;
}

/** Every key of the deck. By what is typed, not by where it lies: `/` and `?` differ between keyboards. */
export const KEYS: KeyBinding[] = [
  { action: 'next', group: 'deck', keys: ['→', 'space'], elsewhere: true },
  { action: 'previous', group: 'deck', keys: ['←'], elsewhere: true },
  { action: 'overview', group: 'deck', keys: ['o', 'Esc'], elsewhere: true },
  { action: 'search', group: 'deck', keys: ['/'] },
  { action: 'speaker', group: 'deck', keys: ['s'] },
  { action: 'full', group: 'deck', keys: ['f'], elsewhere: true },
  { action: 'black', group: 'deck', keys: ['b'], elsewhere: true },
  { action: 'theme', group: 'deck', keys: ['d'] },
  { action: 'help', group: 'deck', keys: ['?'] },
  { action: 'run', group: 'demo', keys: ['r'] },
  { action: 'stop', group: 'demo', keys: ['x'] },
  { action: 'record', group: 'demo', keys: ['g'] },
  { action: 'outputs', group: 'demo', keys: ['v'] },
  { action: 'copy', group: 'demo', keys: ['c'] },
  { action: 'terminal', group: 'demo', keys: ['t'] },
  { action: 'leave', group: 'demo', keys: ['leave', 'F8'], elsewhere: true },
  { action: 'enlarge', group: 'demo', keys: ['e'] },
  { action: 'hide', group: 'demo', keys: ['m'] },
  { action: 'explore', group: 'demo', keys: ['a'] },
  { action: 'faster', group: 'demo', keys: ['+'] },
  { action: 'reset', group: 'demo', keys: ['r'], shift: true },
];

export type KeyActions = Partial<Record<KeyAction, () => void>>;

/** Has the deck's keys do what `actions` says, once a press, until `signal` ends; actions may be added later. */
export function listenKeys(actions: KeyActions, signal?: AbortSignal): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (!isDeckKey(event)) return;
      const binding = findBinding(event);
      const action = binding && actions[binding.action];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) action();
    },
    { capture: true, ...(signal && { signal }) },
  );
}

/** Whether reveal.js may act on a key: not while a dialog, a field, the terminal or a button has a use for it. */
export function mayDeckUseKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || !isDeckKey(event)) return false;
  const presses = event.key === ' ' || event.key === 'Enter';
  return !(presses && isInside(event, 'button, a, select, summary, [role="menuitem"], [data-keys]'));
}

function isDeckKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('dialog[open]')) return false;
  return !isInside(event, 'input, textarea, select, [contenteditable], .terminal__screens, [role="menu"]');
}

function isInside(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

function findBinding(event: KeyboardEvent): KeyBinding | undefined {
  const letter = event.key.toLowerCase();
  const isLetter = letter.length === 1 && letter !== event.key.toUpperCase();
  return KEYS.find(
    ({ keys, shift = false, elsewhere }) =>
      !elsewhere && keys.includes(letter) && (!isLetter || event.shiftKey === shift),
  );
}
