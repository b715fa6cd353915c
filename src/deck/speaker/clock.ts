import { make } from '../dom.ts';
import type { Words } from '../words/words.ts';

/** The time of day, and how long the talk has taken; a button begins to count anew. */
export function makeClock(words: Words): HTMLElement {
  let since = Date.now();
  const time = make('time', { class: 'clock__time', title: words.clock });
  const elapsed = make('span', { class: 'clock__elapsed', title: words.elapsed });
  const update = () => {
    time.textContent = new Date().toLocaleTimeString(document.documentElement.lang, {
      hour: '2-digit',
      minute: '2-digit',
    });
    elapsed.textContent = sayElapsed(Date.now() - since);
  };
  const restart = make('button', { class: 'action', type: 'button' }, words.restart);
  restart.addEventListener('click', () => {
    since = Date.now();
    update();
  });
  update();
  setInterval(update, 1000);
  return make('div', { class: 'clock' }, time, elapsed, restart);
}

/** `1:05:09`, `5:09`. */
function sayElapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
