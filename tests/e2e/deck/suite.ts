import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from '../../../src/export/browser.ts';
import { type Classroom, type DeckWindow, openClassroom, openDeck } from './classroom.ts';

/** What each test of a file has: a class room of its own, and windows into it. */
export interface Suite {
  room: Classroom;
  /** Opens a window in a profile of its own: `query` goes into the address, `options` to the browser. */
  open(query?: string, options?: object): Promise<DeckWindow>;
}

/** Gives every test of a file a new class room with this page; fails it when a window had a problem. */
export function useClassroom(text: string, options: { replay?: boolean } = {}): Suite {
  let browser: Browser;
  let windows: DeckWindow[] = [];
  const suite = {
    open: async (query = '', more: object = {}) => {
      const window = await openDeck(browser, suite.room.helper, query, more);
      windows.push(window);
      return window;
    },
  } as Suite;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    windows = [];
    suite.room = await openClassroom(text, options.replay);
  });
  afterEach(async () => {
    for (const { context } of windows) await context.close();
    await suite.room.close();
    expect(windows.flatMap(({ problems }) => problems)).toEqual([]);
  });
  return suite;
}
