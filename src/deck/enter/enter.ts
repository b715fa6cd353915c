import '../../../assets/enter.css';
import { type EnterWords, enterWords } from './words.ts';

/** The page before the door: it takes the key out of the address and goes in, or says what to do. */
async function enter(): Promise<void> {
  const [lang, words] = enterWords(navigator.languages);
  document.documentElement.lang = lang;
  const fragment = new URLSearchParams(location.hash.slice(1));
  const key = fragment.get('key');
  if (key === null) return show(words, words.closed);
  history.replaceState(null, '', location.pathname);
  show(words, words.opening);
  const status = await exchange(key);
  if (status === 204) location.replace(inside(fragment.get('to') ?? ''));
  else show(words, words.closed, status === 0 ? words.unreachable : words.spent);
}

/** Gives the status of the helper's answer; 0 when there was none. */
async function exchange(key: string): Promise<number> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch('_capas/enter', { method: 'POST', headers, body: JSON.stringify({ key }) });
    return answer.status;
  } catch {
    return 0;
  }
}

/** Where a window that comes back was; never out of the helper's place. */
function inside(way: string): string {
  const here = new URL('./', location.href);
  const there = new URL(way, here);
  return there.href.startsWith(here.href) ? there.href : here.href;
}

function show(words: EnterWords, title: string, why = ''): void {
  const heading = make('h1', title);
  if (title === words.opening) return document.querySelector('main')!.replaceChildren(heading);
  const parts = [heading, ...(why ? [make('p', why)] : []), explain(words.terminal), explain(words.command)];
  document.querySelector('main')!.replaceChildren(...parts);
}

function explain([before = '', code = '', after = '']: string[]): HTMLElement {
  const line = make('p', before);
  line.append(make('kbd', code), after);
  return line;
}

function make(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

void enter();
// An address with a fresh key that is put into this window's bar loads no page.
addEventListener('hashchange', () => void enter());
