/** Has a key that is held down press a button, a link or a form once: what it opens is not pressed by its repeats. */
export function ignoreHeldKeys(): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.repeat && presses(event)) event.preventDefault();
    },
    { capture: true },
  );
}

function presses({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || (key !== 'Enter' && key !== ' ')) return false;
  return target.closest(key === 'Enter' ? 'button, a, summary, input' : 'button, summary') !== null;
}
