import { make } from './dom.ts';

/** What a notice is about; there is one of each at most. */
export type NoticeName = 'connection' | 'page';

/** Shows a strip at the window's top that stays until it is cleared; `detail` is shown as it is, in a code face. */
export function showNotice(name: NoticeName, text: string, detail = ''): void {
  clearNotice(name);
  if (!strip.isConnected) document.body.append(strip);
  const parts = detail ? [make('pre', { class: 'notice__detail' }, detail)] : [];
  const notice = make('div', { class: 'notice', 'data-notice': name }, make('p', {}, text), ...parts);
  shown.set(name, notice);
  strip.append(notice);
}

export function clearNotice(name: NoticeName): void {
  shown.get(name)?.remove();
  shown.delete(name);
}

const strip = make('div', { class: 'notices', role: 'status' });
const shown = new Map<NoticeName, HTMLElement>();
