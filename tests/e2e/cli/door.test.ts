import { execFileSync } from 'node:child_process';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../src/export/browser.ts';
import { useKey } from '../../entry/enter.ts';
import { type Home, makeHome, type Presented } from '../../entry/present.ts';

/** The page before the door, as the teacher's browsers see it. */
let browser: Browser;
let home: Home;
let presented: Presented;
let context: BrowserContext;
beforeAll(async () => {
  browser = await launchBrowser();
  home = makeHome();
  presented = await home.present(['--no-open']);
});
afterAll(async () => {
  await browser.close();
  await home.close();
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'en-GB' });
  context.setDefaultTimeout(10_000);
});
afterEach(() => context.close());

/** A fresh way in, as `capas open` gives it. */
function invite(): string {
  const env = { PATH: process.env['PATH'], HOME: home.folder };
  return execFileSync(process.execPath, ['bin/capas.js', 'open', '--no-open'], {
    env,
    encoding: 'utf8',
  }).trim();
}

async function open(address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

const deck = (page: Page) => page.locator('.slides .slide.present').waitFor();
/** The demo can be run from this window. */
const leads = async (page: Page) => {
  await page.keyboard.press('ArrowRight');
  await page.locator('.slides .slide.present .run--waiting').waitFor();
};

describe('a browser that was let in', () => {
  it('keeps no key in its address or its history, reloads, and comes back in another tab', async () => {
    const address = invite();
    const first = await open(address);
    await deck(first);
    expect(first.url().split('#')[0]).toBe(`${address.split('#')[0]}lesson/`);
    await first.goBack();
    expect(first.url()).not.toContain('key=');
    expect((await useKey(address)).status).toBe(403);
    await first.goto(address.split('#')[0]!);
    await deck(first);
    await first.reload();
    await deck(first);
    await leads(first);
    const second = await open(first.url());
    await deck(second);
    await second.locator('.say, [role="status"]').getByText('Otra ventana dirige').first().waitFor();
    await second.close();
    await first.close();
    await deck(await open(address.split('#')[0]!));
  });

  it('takes no harm from a key that it does not need', async () => {
    const page = await open(invite());
    await deck(page);
    await page.goto('about:blank');
    await page.goto(invite());
    await deck(page);
    expect(page.url()).not.toContain('key=');
  });
});

describe('a browser that was not', () => {
  it('is told what to do, in its language', async () => {
    const page = await open(presented.address.split('#')[0]!);
    await page.getByRole('heading', { name: 'This door is closed' }).waitFor();
    await page.getByText('Press Enter in the terminal that runs capas').waitFor();
    await page.getByText('capas open').waitFor();
    const spanish = await browser.newContext({ locale: 'es-ES' });
    const other = await spanish.newPage();
    await other.goto(`${presented.address.split('#')[0]}lesson/`);
    await other.getByText('Pulse Intro en la terminal').waitFor();
    expect(await other.locator('html').getAttribute('lang')).toBe('es');
    await spanish.close();
  });

  it('comes in by an address that is put into the window which told it so', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(presented.address.split('#')[0]!);
    await page.getByRole('heading', { name: 'This door is closed' }).waitFor();
    await page.goto(invite());
    await deck(page);
    expect(page.url()).not.toContain('key=');
    await context.close();
  });

  it('is told that its key was used', async () => {
    const address = invite();
    expect((await useKey(address)).status).toBe(204);
    const page = await open(address);
    await page.getByText("This address's key was used").waitFor();
    expect(page.url()).not.toContain('key=');
  });
});
