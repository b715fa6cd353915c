import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { packageRoot } from '../system/package-root.ts';
import { UsageError } from '../system/usage-error.ts';
import { launchBrowser } from './browser.ts';
import { openOfflinePage } from './offline-page.ts';

/** What is to be drawn: the compiled lesson's diagrams, and whatever else has these. */
export interface DiagramSource {
  /** The picture's own id: a letter, then letters, digits and `-`; unique on the page that shows it. */
  id: string;
  mermaid: string;
  title: string;
  description: string;
}

export type DrawnDiagram = { svg: string } | { error: string };

export interface RenderMermaidOptions {
  /** The browser to use; without it one is started and closed again. */
  browser?: Browser;
  /** Milliseconds for one diagram; beyond it that one is given up and the others go on. */
  timeout?: number;
  /** The folder of the browser's runtime, as built. */
  runtime?: string;
}

/**
 * Draws diagrams in one page of a browser, offline, with the deck's fonts: for each id its SVG, fit to
 * stand in the deck (`rewriteSvg`), or why there is none, in Mermaid's own words.
 * Throws `BrowserError` when there is no browser. Without diagrams none is started.
 */
export async function renderMermaid(
  diagrams: DiagramSource[],
  { browser, timeout = 10_000, runtime = join(packageRoot, 'dist', 'deck') }: RenderMermaidOptions = {},
): Promise<Map<string, DrawnDiagram>> {
  const drawn = new Map<string, DrawnDiagram>();
  if (diagrams.length === 0) return drawn;
  const used = browser ?? (await launchBrowser());
  try {
    let page: Page | null = null;
    for (const diagram of diagrams) {
      page ??= await openDrawingPage(used, runtime);
      const result = await drawInTime(page, diagram, timeout);
      drawn.set(diagram.id, result ?? { error: `Mermaid did not finish within ${timeout / 1000} s.` });
      if (result === null) page = await dropPage(page);
    }
    await page?.close();
  } finally {
    if (!browser) await used.close();
  }
  return drawn;
}

function openDrawingPage(browser: Browser, runtime: string): Promise<Page> {
  if (!existsSync(join(runtime, 'prerender.js'))) {
    throw new UsageError(`${runtime}: the browser's runtime has not been built. Run: npm run build`);
  }
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Capas</title>
<link rel="stylesheet" href="_capas/deck.css"><script type="module" src="_capas/prerender.js"></script><body></body></html>`;
  return openOfflinePage(browser, { html, address: '/', folders: { _capas: runtime } });
}

/** `null` when it took too long: the page may still be busy then and is of no more use. */
async function drawInTime(page: Page, diagram: DiagramSource, timeout: number): Promise<DrawnDiagram | null> {
  const drawing = page
    .evaluate(drawInPage, diagram)
    .then((svg): DrawnDiagram => ({ svg }))
    .catch((error: Error): DrawnDiagram => ({ error: cleanMessage(error.message) }));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, timeout, null);
  });
  const result = await Promise.race([drawing, late]);
  clearTimeout(timer);
  return result;
}

/** Runs in the page, where the runtime's `prerender.js` has put the function. */
function drawInPage({ id, mermaid, title, description }: DiagramSource): Promise<string> {
  const page = globalThis as unknown as {
    capasDrawDiagram(
      id: string,
      source: string,
      names: { title: string; description: string },
    ): Promise<string>;
  };
  return page.capasDrawDiagram(id, mermaid, { title, description });
}

/** A page that never ends its script can't be asked to close: its browser context is taken away. */
async function dropPage(page: Page): Promise<null> {
  await page.context().close({ reason: 'a diagram took too long' });
  return null;
}

/** Mermaid's words without what the browser's driver adds around them. */
function cleanMessage(message: string): string {
  return message
    .replace(/^page\.evaluate: (?:\w*Error: )?/, '')
    .replace(/\n\s+at [\s\S]*$/, '')
    .trim();
}
