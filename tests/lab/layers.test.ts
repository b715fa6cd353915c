import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { connectEngine } from '../../src/engine/engine.ts';
import { launchBrowser } from '../../src/export/browser.ts';
import { type Helper, startHelper } from '../../src/helper/server.ts';
import { visit } from '../entry/enter.ts';
import { docker, emptyEngine } from './docker.ts';

const page = `---
title: Capas
lang: es
---

# Capas

## En directo

\`\`\`layers
title: La pila
images:
  - name: ubuntu
    layers: [{ id: pagina, made: "de la página", size: 1MB }]
live: true
\`\`\`

\`\`\`console
$ docker run -d --name contenedor1 ubuntu sleep 100
\`\`\`

## Sin capas

Nada que mirar.
`;

/** Animations and looks at sizes take their time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

let browser: Browser;
let folder: string;
let helper: Helper;
let deck: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  await emptyEngine();
  await docker('pull', 'ubuntu');
  folder = mkdtempSync(join(tmpdir(), 'capas-layers-'));
  writeFileSync(join(folder, 'index.md'), page);
  const env = { ...process.env, DOCKER_HOST: inject('dockerHost'), XDG_STATE_HOME: join(folder, 'state') };
  helper = await startHelper({ path: join(folder, 'index.md'), port: 0, replay: false, env });
  deck = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await visit(deck, helper);
  await deck.locator('.slides .slide.present').waitFor();
  return async () => {
    await deck.close();
    await helper.close();
    rmSync(folder, { recursive: true, force: true });
  };
});
afterAll(async () => {
  await browser.close();
  await emptyEngine();
});

const picture = () => deck.locator('.slide.present .diagram[data-stack]');
const shown = (part: string) => picture().locator(`g.m-node[id*="${part}"]:not([aria-hidden])`);
const box = (name: string) => picture().locator(`g.m-node[id$="${name}"]:not([aria-hidden])`);

async function openLive() {
  await deck.keyboard.press('ArrowRight');
  await deck.locator('.slide.present .diagram[data-live] svg[id^="capas-live-"]').waitFor();
}

describe('the live stack', () => {
  it('shows a container’s writable layer come, grow and go, and says so', async () => {
    await openLive();
    await eventually(() => picture().textContent()).not.toContain('de la página');
    await docker('create', '--name', 'contenedor1', 'ubuntu', 'sleep', '100');
    await box('writable_contenedor1').waitFor();
    await eventually(() => box('writable_contenedor1').textContent()).toContain('0 B');
    await docker('start', 'contenedor1');
    await docker('exec', 'contenedor1', 'sh', '-c', 'printf %052d 0 > /file.txt');
    await eventually(() => box('writable_contenedor1').textContent()).toContain('52 B');
    await expect
      .poll(() => picture().locator('.diagram__news').textContent())
      .toBe('contenedor1: 0 B → 52 B, file.txt');
    await docker('rm', '-f', 'contenedor1');
    await box('writable_contenedor1').waitFor({ state: 'detached' });
    expect(await picture().locator('.diagram__news').textContent()).toContain('contenedor1: borrado');
  });

  it('shows one shared stack under two containers', async () => {
    await openLive();
    await eventually(() => picture().textContent()).not.toContain('de la página');
    const layers = await shown('layer_').count();
    await docker('create', '--name', 'uno', 'ubuntu');
    await docker('create', '--name', 'dos', 'ubuntu');
    await box('writable_uno').waitFor();
    await box('writable_dos').waitFor();
    await eventually(() => shown('layer_').count()).toBe(layers);
    expect(await shown('image_').count()).toBe(1);
  });

  it('gives its place to the page’s picture when the image goes', async () => {
    await openLive();
    await docker('rmi', 'ubuntu');
    await eventually(() => picture().textContent()).toContain('de la página');
    await eventually(() => picture().getAttribute('data-live')).toBeNull();
  });

  it('is asked for only while such a slide is shown', async () => {
    await openLive();
    await deck.keyboard.press('ArrowRight');
    const before = await picture().count();
    expect(before).toBe(0);
    await docker('create', '--name', 'unseen', 'ubuntu');
    await deck.keyboard.press('ArrowLeft');
    await box('writable_unseen').waitFor();
  });

  it('shows each container soon after the engine tells of it, and prints how soon', async () => {
    await openLive();
    const engine = await connectEngine({ DOCKER_HOST: inject('dockerHost') });
    const over = new AbortController();
    const created = new Map<string, number>();
    const listening = (async () => {
      for await (const event of engine!.events(over.signal))
        if (event.action === 'create') created.set(event.attributes['name'] ?? '', event.at);
    })();
    const names = Array.from({ length: 9 }, (_, at) => `contenedor-${at}`);
    const times: number[] = [];
    for (const name of names) {
      const seen = deck.evaluate(
        (id) =>
          new Promise<number>((resolve) => {
            const look = () => {
              if (!document.querySelector(`.slide.present [data-stack] g.m-node[id$="${id}"]`)) return;
              watch.disconnect();
              resolve(Date.now());
            };
            const watch = new MutationObserver(look);
            watch.observe(document.body, { subtree: true, childList: true });
          }),
        `writable_${name.replace('-', '_')}`,
      );
      await docker('create', '--name', name, 'ubuntu');
      const at = await seen;
      await eventually(() => created.has(name)).toBe(true);
      times.push(at - created.get(name)!);
      await docker('rm', name);
      await box(`writable_${name.replace('-', '_')}`).waitFor({ state: 'detached' });
    }
    over.abort();
    await listening;
    times.sort((one, other) => one - other);
    console.log(`from the engine's event to the picture: median ${times[4]} ms, worst ${times[8]} ms`);
    expect(times).toHaveLength(names.length);
  });
});

describe('the explorer', () => {
  it('opens over any slide, lists what the demo has, and tells what each is made of', async () => {
    await docker('create', '--name', 'contenedor1', 'ubuntu');
    await deck.keyboard.press('a');
    const explorer = deck.locator('dialog.explorer');
    await explorer.locator('.explorer__entry--image', { hasText: 'ubuntu' }).click();
    await explorer.locator('.explorer__details table tbody tr').first().waitFor();
    expect(await explorer.locator('.explorer__details table tbody tr').count()).toBe(3);
    expect(await explorer.locator('.explorer__details details pre').textContent()).toContain('"RootFS"');
    await explorer.locator('.explorer__entry--container', { hasText: 'contenedor1' }).click();
    await expect
      .poll(() => explorer.locator('.explorer__details').textContent())
      .toContain('su capa está vacía');
    await deck.keyboard.press('a');
    await explorer.waitFor({ state: 'detached' });
  });
});
