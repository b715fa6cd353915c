import { make } from '../dom.ts';

export interface DialogParts {
  title: string;
  /** A name for the theme: `approval`, `help`. */
  name: string;
  body: Node[];
  /** From left to right; the last is the one that Enter presses. `value` is what the promise gives. */
  buttons?: { label: string; value: string; main?: boolean }[];
}

/**
 * Opens a modal dialog and waits for its end: the pressed button's value, or an empty text when it was
 * cancelled (Escape, a click beside it). The browser keeps the focus inside and gives it back.
 */
export function openDialog({ title, name, body, buttons = [] }: DialogParts): Promise<string> {
  const form = make(
    'form',
    { method: 'dialog', class: 'dialog__form' },
    make('h2', { class: 'dialog__title', id: 'dialog-title' }, title),
    make('div', { class: 'dialog__body' }, ...body),
  );
  if (buttons.length > 0) form.append(makeButtons(buttons));
  const dialog = make('dialog', { class: `dialog dialog--${name}`, 'aria-labelledby': 'dialog-title' }, form);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close('');
  });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

function makeButtons(buttons: NonNullable<DialogParts['buttons']>): HTMLElement {
  const row = make('div', { class: 'dialog__buttons' });
  for (const { label, value, main = false } of buttons) {
    const kind = main ? 'action action--main' : 'action';
    row.append(make('button', { class: kind, value, type: 'submit', autofocus: main }, label));
  }
  return row;
}
