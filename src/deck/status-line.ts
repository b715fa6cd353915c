import { make } from './dom.ts';

/** Shows one line at the window's foot for a few seconds, and has a screen reader say it. */
export function say(text: string): void {
  if (!line.isConnected) document.body.append(line);
  line.textContent = text;
  line.dataset['shown'] = '';
  clearTimeout(hiding);
  hiding = setTimeout(() => delete line.dataset['shown'], READING_TIME);
}

/** Milliseconds. */
const READING_TIME = 4500;
let hiding: ReturnType<typeof setTimeout> | undefined;

const line = make('div', { class: 'say', role: 'status' });
