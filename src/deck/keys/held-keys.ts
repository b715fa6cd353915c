/** Has a key that is held down press a button, a link or a form once: what it opens is not pressed by its repeats. */
export function ignoreHeldKeys(page: EventTarget): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (isRepeatedPress(event as KeyboardEvent)) event.preventDefault();
    },
    { capture: true },
  );
}

function isRepeatedPress({ repeat, key, target }: KeyboardEvent): boolean {
  if (!repeat || (key !== 'Enter' && key !== ' ')) return false;
  const pressed = key === 'Enter' ? 'button, a, summary, input' : 'button, summary';
  return target !== null && 'closest' in target && (target as Element).closest(pressed) !== null;
}
