import type { RenderOptions } from '../../src/compiler/html/options.ts';
import { escapeHtml } from '../../src/compiler/html-text.ts';

/** How a page on its own is rendered when only its layout matters: without colours, diagrams undrawn. */
export const plainOptions: RenderOptions = {
  slug: 'page',
  home: 'static',
  runtime: '../_capas/',
  recordings: {},
  svg: () => '<svg viewBox="0 0 400 300" width="400" height="300"></svg>',
  highlight: (code) => escapeHtml(code),
};
