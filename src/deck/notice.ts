import { make } from './dom.ts';

/** What a notice is about; there is one of each at most. */
export type NoticeName = 'connection' | 'page';

/** Shows a strip at the window's top that stays until it is cleared; `detail` is shown as it is, in a code face. */
export function showNotice(name: NoticeName, text: string, detail = ''): void {
  clearNotice(name);
  const parts = detail ? [make('pre', { class: 'notice__detail' }, detail)] : [];
  find().append(make('div', { class: 'notice', 'data-notice': name }, make('p', {}, text), ...parts));
}

export function clearNotice(name: NoticeName): void {
  document.querySelector(`.notice[data-notice="${name}"]`)?.remove();
}

function find(): HTMLElement {
  const existing = document.querySelector<HTMLElement>('.notices');
  if (existing) return existing;
  const notices = make('div', { class: 'notices', role: 'status' });
  document.body.append(notices);
  return notices;
}
