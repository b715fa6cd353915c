import { make } from '../dom.ts';

export interface MenuItem {
  label: string;
  /** The key that does the same, for people. */
  key?: string;
  do(): void;
}

/** Opens a menu beside `anchor`: arrows move, Enter chooses, Escape or a click elsewhere closes it. */
export function openMenu(anchor: HTMLElement, items: MenuItem[]): void {
  const lifetime = new AbortController();
  const menu = make('div', { class: 'menu', role: 'menu' });
  const close = () => {
    lifetime.abort();
    menu.remove();
    anchor.setAttribute('aria-expanded', 'false');
    anchor.focus({ preventScroll: true });
  };
  for (const item of items) menu.append(makeItem(item, close));
  menu.addEventListener('keydown', (event) => handleKey(event, menu, close));
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!menu.contains(event.target as Node)) close();
    },
    { signal: lifetime.signal, capture: true },
  );
  document.body.append(menu);
  place(menu, anchor);
  anchor.setAttribute('aria-expanded', 'true');
  menu.querySelector('button')?.focus();
}

function makeItem(item: MenuItem, close: () => void): HTMLElement {
  const key = item.key ? [make('kbd', {}, item.key)] : [];
  const onclick = () => {
    close();
    item.do();
  };
  return make('button', { role: 'menuitem', type: 'button', onclick }, make('span', {}, item.label), ...key);
}

function handleKey(event: KeyboardEvent, menu: HTMLElement, close: () => void): void {
  const items = [...menu.querySelectorAll('button')];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items.at((at + step) % items.length)?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Under the anchor, or above it where there is no room. */
function place(menu: HTMLElement, anchor: HTMLElement): void {
  const from = anchor.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = from.bottom + 6;
  menu.style.left = `${Math.max(8, from.right - size.width)}px`;
  menu.style.top = `${below + size.height < innerHeight ? below : Math.max(8, from.top - 6 - size.height)}px`;
}
