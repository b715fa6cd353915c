/**
 * What the one before a dialog can have noticed and seen of it, and so which presses are meant for what it asks.
 */

/** Whether a dialog is open already: a second press, meant for the first one, opens no other. */
export function isAnyOpen(page: Pick<ParentNode, 'querySelector'>): boolean {
  return page.querySelector('dialog[open]') !== null;
}

/** Milliseconds until a dialog can have been noticed: before, no press is meant for what it asks. */
const MOMENT = 600;

/** Resolves a moment after now, or as soon as somebody types into the dialog. */
export function waitForNotice(dialog: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, MOMENT);
    dialog.addEventListener('input', () => resolve());
  });
}

/**
 * A button that changes nothing (it has no value) has the focus by itself, and can be pressed at once. Any other
 * one has not, and waits for all of `before`: no double press answers what nobody has read, nor one that began
 * before the button could be pressed.
 */
export function holdBack(
  button: EventTarget & Pick<HTMLButtonElement, 'value' | 'autofocus' | 'disabled'>,
  before: readonly (Promise<unknown> | undefined)[],
): void {
  let wasOpen = false;
  for (const began of ['pointerdown', 'mousedown'])
    button.addEventListener(began, () => {
      wasOpen = !button.disabled;
    });
  button.addEventListener('click', (event) => {
    const isByPointer = (event as MouseEvent).detail > 0;
    if (isByPointer && !wasOpen) event.preventDefault();
  });
  button.autofocus = button.value === '';
  button.disabled = button.value !== '';
  void Promise.all(before).then(() => {
    button.disabled = false;
  });
}

/** Resolves when the list's last line was in sight: at once where all of it is. */
export function waitForEnd(list: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const left = list.scrollHeight - list.clientHeight - list.scrollTop;
      if (list.clientHeight === 0 || left > SLACK) return;
      watcher.disconnect();
      resolve();
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(list);
    list.addEventListener('scroll', look);
  });
}

/** Pixels by which a browser rounds where a list stands. */
const SLACK = 2;
