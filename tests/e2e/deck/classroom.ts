import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { type Helper, startHelper } from '../../../src/helper/server.ts';
import { visit } from '../../entry/enter.ts';

/** A lesson on disk and its helper, with its own approvals: what a teacher has before class. */
export interface Classroom {
  helper: Helper;
  /** The lesson's folder. */
  folder: string;
  /** Writes the lesson's page anew. */
  write(text: string): void;
  /** Writes a file beside the page. */
  add(name: string, text: string): void;
  /** Leaves what a build of Capas leaves. */
  build(): void;
  close(): Promise<void>;
}

/** Opens a class room with a page of its own; nothing of it outlives {@link Classroom.close}. */
export async function openClassroom(text: string, replay = false): Promise<Classroom> {
  const root = mkdtempSync(join(tmpdir(), 'capas-deck-'));
  const folder = join(root, 'lesson');
  const add = (name: string, content: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  add('index.md', text);
  for (const name of ['src', 'dist']) mkdirSync(join(root, name));
  const env = { ...process.env, XDG_STATE_HOME: join(root, 'state') };
  const helper = await startHelper({ path: folder, port: 0, replay, env, checkout: root });
  return {
    helper,
    folder,
    add,
    build: () => writeFileSync(join(root, 'dist', 'sources.sha256'), 'other sources'),
    write: (content) => add('index.md', content),
    async close() {
      await helper.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A window of the deck, in a profile of its own, with what went wrong in it. */
export interface DeckWindow {
  page: Page;
  context: BrowserContext;
  /** Errors of scripts and violations of the content security policy. */
  problems: string[];
}

export async function openDeck(
  browser: Browser,
  helper: Helper,
  query = '',
  options: object = {},
): Promise<DeckWindow> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error') problems.push(line.text());
  });
  await visit(page, helper, query && `lesson/${query}`);
  await page.locator('.slides .slide.present, .reading').waitFor();
  return { page, context, problems };
}

/** Goes to the slide with this heading. */
export async function goTo(page: Page, title: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const shown = await page.locator('.slides .slide.present').getAttribute('data-title');
    if (shown === title) return;
    const before = await page.locator('.slides .slide.present').getAttribute('data-place');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (place) => document.querySelector<HTMLElement>('.slides .slide.present')?.dataset['place'] !== place,
      before,
    );
  }
  throw new Error(`no slide ${title}`);
}

/** The row of a command. */
export function rowOf(page: Page, command: string): Locator {
  return page.locator('.step[data-step]').filter({
    has: page.locator('.step__command').getByText(command, { exact: true }),
  });
}

/** Presses a command's run button. */
export async function press(page: Page, command: string): Promise<void> {
  await rowOf(page, command).locator('.run__main').click();
}

/** Waits until a command's button shows this state. */
export async function waitForState(page: Page, command: string, state: string): Promise<void> {
  await rowOf(page, command).locator(`.run--${state}`).waitFor();
}

/** Runs a command until its button shows this state, and gives the teacher's word where it is asked for. */
export async function run(page: Page, command: string, state = 'done'): Promise<void> {
  const reached = rowOf(page, command).locator(`.run--${state}`);
  const dialog = page.locator('.dialog--approval');
  await press(page, command);
  await dialog.or(reached).first().waitFor();
  if (await dialog.isVisible()) await approve(page);
  await reached.waitFor();
}

/** Goes through the list of commands and gives the teacher's word. */
export async function approve(page: Page): Promise<void> {
  await page.locator('.commands').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await page.locator('.dialog--approval .action--main').click();
}

/** The same by the keyboard alone. */
export async function approveByKeys(page: Page): Promise<void> {
  await page.locator('.dialog--approval').waitFor();
  await page.keyboard.press('End');
  await page.locator('.dialog--approval .action--main:enabled').waitFor();
  for (let count = 0; count < 3; count++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

/** Waits until the shown terminal holds this text. */
export async function waitForScreen(page: Page, text: string): Promise<void> {
  await page.locator('.terminal__screen:not([hidden]) .xterm-rows').filter({ hasText: text }).waitFor();
}

export async function screenText(page: Page): Promise<string> {
  return (await page.locator('.terminal__screen:not([hidden]) .xterm-rows').textContent()) ?? '';
}
