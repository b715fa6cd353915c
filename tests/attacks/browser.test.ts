import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/course.ts';
import { launchBrowser } from '../../src/export/browser.ts';
import { enterWith, visit } from '../entry/enter.ts';
import { startTarget, type Target } from './target.ts';

/** A site of the attacker's, in a real browser in which the teacher's deck may be open too. */
let browser: Browser;
let site: Server;
let origin: string;
let target: Target;

beforeAll(async () => {
  browser = await launchBrowser();
  target = await startTarget();
  site = createServer((_, answer) =>
    answer.setHeader('Content-Type', 'text/html').end('<!doctype html><title>x</title>'),
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  site.close();
  await target.close();
});

async function openSite(): Promise<Page> {
  const page = await browser.newPage();
  await enterWith(page.context(), target.helper);
  await page.goto(origin);
  return page;
}

it('another site can’t open the socket', async () => {
  const page = await openSite();
  const [step] = loadCourse(target.page).lessons[0]!.lesson.steps;
  const heard = await page.evaluate(
    ({ host, place, step }) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`ws://${host}${place}/_capas/socket`);
        socket.onopen = () => {
          socket.send(JSON.stringify({ type: 'knock', window: 'x', challenge: 'x' }));
          socket.send(JSON.stringify({ type: 'run', step }));
        };
        socket.onmessage = ({ data }) => resolve(`heard ${data}`);
        socket.onclose = () => resolve('closed');
      }),
    { host: target.host, place: target.place, step: step!.id },
  );
  expect(heard).toBe('closed');
  expect(existsSync(target.proof)).toBe(false);
  await page.close();
});

it('another site can neither read a page, nor frame it, nor load its scripts', async () => {
  const page = await openSite();
  const read = await page.evaluate(async (address) => {
    const readable = await fetch(`${address}lesson/`).then(
      (answer) => answer.text(),
      () => 'refused',
    );
    const opaque = await fetch(`${address}lesson/`, { mode: 'no-cors' }).then(
      (answer) => answer.text(),
      () => 'refused',
    );
    const script = await new Promise<string>((resolve) => {
      const element = document.createElement('script');
      element.src = `${address}_capas/deck.js`;
      element.onload = () => resolve('loaded');
      element.onerror = () => resolve('refused');
      document.head.append(element);
    });
    return { readable, opaque, script };
  }, target.helper.address);
  expect(read).toEqual({ readable: 'refused', opaque: 'refused', script: 'refused' });
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = `${address}lesson/`;
    document.body.append(frame);
    return new Promise((resolve) => {
      frame.onload = resolve;
    });
  }, target.helper.address);
  const framed = page.frames().find((frame) => frame !== page.mainFrame());
  expect(await framed?.locator('.reveal').count()).toBe(0);
  await page.close();
});

it.each(['fetch', 'form', 'beacon'])('another site’s POST (%s) changes nothing', async (way) => {
  const page = await openSite();
  const answer = new Promise<number>((resolve) => {
    page.on('response', (response) => {
      if (response.url().includes(target.host)) resolve(response.status());
    });
    page.on('requestfailed', (request) => {
      if (request.url().includes(target.host)) resolve(0);
    });
  });
  await page.evaluate(
    ({ address, way }) => {
      if (way === 'fetch')
        void fetch(address, { method: 'POST', mode: 'no-cors', body: '{"type":"run"}' }).catch(() => {});
      else if (way === 'beacon') navigator.sendBeacon(address, '{"type":"run"}');
      else {
        const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
        document.body.append(form);
        form.submit();
      }
    },
    { address: `${target.helper.address}_capas/enter`, way },
  );
  expect([0, 403, 405]).toContain(await answer);
  expect(existsSync(target.proof)).toBe(false);
  await page.close();
});

it('a name that was rebound to this computer is refused', async () => {
  const rebound = await launchBrowser(['--host-resolver-rules=MAP rebound.example 127.0.0.1']);
  const page = await rebound.newPage();
  const response = await page.goto(`http://rebound.example:${target.helper.port}${target.place}/`);
  expect(response?.status()).toBe(403);
  const heard = await page.evaluate(
    ({ port, place }) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`ws://rebound.example:${port}${place}/_capas/socket`);
        socket.onopen = () => resolve('open');
        socket.onclose = () => resolve('closed');
      }),
    { port: target.helper.port, place: target.place },
  );
  expect(heard).toBe('closed');
  await rebound.close();
});

/** What a page holds that wants to run a script, or to tell somebody that it was opened. */
const hostileText = [
  '# <script>window.hit = 1</script>Lesson',
  '## <img src=x onerror="window.hit = 2"> One',
  '<script>window.hit = 3</script>',
  '<iframe src="https://attacker.example/frame"></iframe>',
  '<svg onload="window.hit = 4"><script>window.hit = 5</script></svg>',
  '<form action="https://attacker.example"><button>Go</button></form>',
  '[link](javascript:window.hit=6) ![pixel](https://attacker.example/pixel.png)',
  '<a href="JaVaScRiPt:window.hit=7" onclick="window.hit=8">x</a>',
  '<div style="background: url(https://attacker.example/style.png)">x</div>',
  '<math><mtext><script>window.hit = 9</script></mtext></math>',
];
const hostileDiagrams = [
  '```mermaid\nflowchart LR\n  A["<img src=x onerror=window.hit=10>"]\n  click A "javascript:window.hit=11"\n```',
  '```layers\nimages:\n  - name: "<img src=x onerror=window.hit=12>"\n    layers: []\n```',
];

/** Opens a lesson, goes through it and presses all that can be pressed. */
async function present(text: string[]) {
  const hostile = await startTarget({ page: text.join('\n\n') });
  const page = await browser.newPage();
  const asked: string[] = [];
  const stopped: string[] = [];
  // What the page's policy stops is announced too, as failed; it has not left the browser.
  page.on('response', (response) => asked.push(response.url()));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'csp') asked.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) stopped.push(message.text());
  });
  await visit(page, hostile.helper);
  await page.waitForSelector('.reveal.ready');
  for (let slide = 0; slide < 8; slide++) await page.keyboard.press('ArrowRight');
  await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>('.slides a:not([href^="http"]), .slides button');
    for (const one of all) one.click();
  });
  await page.waitForFunction(() => document.querySelector('.diagram__source') === null);
  const hit = await page.evaluate(() => (window as { hit?: number }).hit);
  const elements = 'script:not([src]):not([type="application/json"]), iframe, form[action]';
  const foreign = await page.locator(elements).count();
  await page.close();
  await hostile.close();
  const own = /^(?:ws|http):\/\/127\.0\.0\.1:|^data:|^blob:/;
  return { hit, foreign, asked: asked.filter((address) => !own.test(address)), stopped };
}

it('a lesson from elsewhere runs no script of its own and asks nobody anything', async () => {
  const { stopped, ...seen } = await present(hostileText);
  expect(seen).toEqual({ hit: undefined, foreign: 0, asked: [] });
  // Nothing but the picture even tried.
  expect(stopped.filter((text) => !text.includes('pixel.png'))).toEqual([]);
});

it('neither do its diagrams, which are drawn in the page', async () => {
  const { stopped: _, ...seen } = await present(['# Lesson', ...hostileDiagrams]);
  expect(seen).toEqual({ hit: undefined, foreign: 0, asked: [] });
});
