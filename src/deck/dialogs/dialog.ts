import { make } from '../dom.ts';
import { holdBack, isAnyOpen, waitForNotice } from './attention.ts';

export interface DialogParts {
  title: string;
  /** A name for the theme: `approval`, `help`. */
  name: string;
  /** An element with `autofocus` has the focus first; without one it is the button that changes nothing. */
  body: Node[];
  /** From left to right. */
  buttons?: DialogButton[];
}

export interface DialogButton {
  label: string;
  /** What the promise gives when it is pressed; empty: nothing is done. */
  value: string;
  main?: boolean;
  /** What must have happened before it can be pressed. */
  after?: Promise<unknown>;
}

/**
 * Opens a modal dialog and waits for its end: the pressed button's value, or an empty text when it was
 * cancelled (Escape, a click beside it) or another one is open. What does something can be pressed only once
 * the dialog was noticed, and never has the focus by itself: no double press answers what nobody has read.
 * The browser keeps the focus inside and gives it back.
 */
export function openDialog({ title, name, body, buttons = [] }: DialogParts): Promise<string> {
  if (isAnyOpen(document)) return Promise.resolve('');
  const form = make(
    'form',
    { method: 'dialog', class: 'dialog__form' },
    make('h2', { class: 'dialog__title', id: 'capas-dialog-title' }, title),
    make('div', { class: 'dialog__body' }, ...body),
  );
  const dialog = make(
    'dialog',
    { class: `dialog dialog--${name}`, 'aria-labelledby': 'capas-dialog-title' },
    form,
  );
  const noticed = waitForNotice(dialog);
  if (buttons.length > 0) form.append(makeButtons(buttons, noticed));
  void noticed.then(() =>
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close('');
    }),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

function makeButtons(buttons: DialogButton[], noticed: Promise<void>): HTMLElement {
  const row = make('div', { class: 'dialog__buttons' });
  for (const { label, value, main = false, after } of buttons) {
    const kind = main ? 'action action--main' : 'action';
    const button = make('button', { class: kind, value, type: 'submit' }, label);
    holdBack(button, [noticed, after]);
    row.append(button);
  }
  return row;
}
