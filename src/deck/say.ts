import { make } from './dom.ts';

/** Shows one line at the window's foot for a few seconds, and has a screen reader say it. */
export function say(text: string): void {
  const line = findLine();
  line.textContent = text;
  line.dataset['shown'] = '';
  clearTimeout(hiding);
  hiding = setTimeout(() => delete line.dataset['shown'], READING_TIME);
}

/** Milliseconds. */
const READING_TIME = 4500;
let hiding: ReturnType<typeof setTimeout> | undefined;

function findLine(): HTMLElement {
  const existing = document.querySelector<HTMLElement>('.say');
  if (existing) return existing;
  const line = make('div', { class: 'say', role: 'status' });
  document.body.append(line);
  return line;
}
