import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdBack, isAnyOpen, waitForEnd, waitForNotice } from './attention.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Tells whether the promise has come to its end by now. */
function follow(promise: Promise<unknown>): () => Promise<boolean> {
  let isDone = false;
  void promise.then(() => {
    isDone = true;
  });
  return async () => {
    await vi.advanceTimersByTimeAsync(0);
    return isDone;
  };
}

describe('a dialog', () => {
  test('is not opened over another one', () => {
    const page = (open: string | null) => ({
      querySelector: (selector: string) => (selector === open ? {} : null),
    });
    expect(isAnyOpen(page('dialog[open]') as unknown as ParentNode)).toBe(true);
    expect(isAnyOpen(page(null) as unknown as ParentNode)).toBe(false);
  });

  test('is noticed after a moment', async () => {
    const isNoticed = follow(waitForNotice(new EventTarget()));
    await vi.advanceTimersByTimeAsync(599);
    expect(await isNoticed()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await isNoticed()).toBe(true);
  });

  test('is noticed by who types into it', async () => {
    const dialog = new EventTarget();
    const isNoticed = follow(waitForNotice(dialog));
    dialog.dispatchEvent(new Event('click'));
    expect(await isNoticed()).toBe(false);
    dialog.dispatchEvent(new Event('input'));
    expect(await isNoticed()).toBe(true);
  });
});

describe('a button', () => {
  const buttonOf = (value: string) =>
    Object.assign(new EventTarget(), { value, autofocus: false, disabled: false });

  test('that changes nothing has the focus, and is pressed at once', async () => {
    const cancel = buttonOf('');
    holdBack(cancel, [new Promise(() => {})]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(cancel).toMatchObject({ value: '', autofocus: true, disabled: false });
  });

  /** Whether a click counts; `detail` is 0 for the keyboard's. */
  const click = (button: EventTarget, detail: number) =>
    button.dispatchEvent(Object.assign(new Event('click', { cancelable: true }), { detail }));

  test.each(['pointerdown', 'mousedown'])(
    'takes no press that began before it could be: %s',
    async (began) => {
      const approve = buttonOf('approve');
      holdBack(approve, []);
      approve.dispatchEvent(new Event(began));
      await vi.advanceTimersByTimeAsync(0);
      expect(click(approve, 1)).toBe(false);
      expect(click(approve, 0)).toBe(true);
      approve.dispatchEvent(new Event(began));
      expect(click(approve, 1)).toBe(true);
    },
  );

  test('takes no press that began elsewhere', async () => {
    const approve = buttonOf('approve');
    holdBack(approve, []);
    await vi.advanceTimersByTimeAsync(0);
    expect(click(approve, 1)).toBe(false);
  });

  test('that does something waits for all that must have happened, and has not the focus', async () => {
    const approve = Object.assign(buttonOf('approve'), { autofocus: true });
    let [notice, see] = [() => {}, () => {}];
    const noticed = new Promise<void>((resolve) => {
      notice = resolve;
    });
    const seen = new Promise<void>((resolve) => {
      see = resolve;
    });
    holdBack(approve, [noticed, seen, undefined]);
    expect(approve).toMatchObject({ value: 'approve', autofocus: false, disabled: true });
    notice();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(approve.disabled).toBe(true);
    see();
    await vi.advanceTimersByTimeAsync(0);
    expect(approve).toMatchObject({ value: 'approve', autofocus: false, disabled: false });
  });
});

describe('the end of a list', () => {
  /** The browser's watcher of sizes, which looks first as soon as it watches. */
  const watcher = { look: () => {}, watched: null as unknown, isConnected: false };
  beforeEach(() => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(look: () => void) {
          Object.assign(watcher, { look, watched: null, isConnected: false });
        }
        observe(watched: unknown) {
          Object.assign(watcher, { watched, isConnected: true });
        }
        disconnect() {
          watcher.isConnected = false;
        }
      },
    );
  });

  const listOf = (scrollHeight: number, clientHeight: number) =>
    Object.assign(new EventTarget(), { scrollHeight, clientHeight, scrollTop: 0 });
  const followEnd = (list: ReturnType<typeof listOf>) => follow(waitForEnd(list as unknown as HTMLElement));

  test('is in sight at once where all of it is, and looked for no longer', async () => {
    const list = listOf(300, 300);
    const isSeen = followEnd(list);
    expect(watcher).toMatchObject({ watched: list, isConnected: true });
    expect(await isSeen()).toBe(false);
    watcher.look();
    expect(await isSeen()).toBe(true);
    expect(watcher.isConnected).toBe(false);
  });

  test('is in sight nowhere before the list has a size', async () => {
    const list = listOf(0, 0);
    const isSeen = followEnd(list);
    watcher.look();
    expect(await isSeen()).toBe(false);
    Object.assign(list, { scrollHeight: 200, clientHeight: 200 });
    watcher.look();
    expect(await isSeen()).toBe(true);
  });

  test('is in sight when the list was gone through, to a rounded pixel, however long that takes', async () => {
    const list = listOf(1000, 300);
    const isSeen = followEnd(list);
    watcher.look();
    for (const scrollTop of [100, 697, 0]) {
      list.scrollTop = scrollTop;
      list.dispatchEvent(new Event('scroll'));
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await isSeen(), `at ${scrollTop}`).toBe(false);
    }
    expect(watcher.isConnected).toBe(true);
    list.scrollTop = 698;
    list.dispatchEvent(new Event('scroll'));
    expect(await isSeen()).toBe(true);
    expect(watcher.isConnected).toBe(false);
  });
});
