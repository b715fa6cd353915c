import katex from 'katex';
import { escapeHtml } from '../html-text.ts';

/** Characters. A longer formula is shown as it was written. */
const LONGEST = 4000;

/** TeX as MathML, which browsers show and screen readers speak without style sheets; TeX that is wrong as code. */
export function renderTex(tex: string, display: boolean): string {
  if (tex.length > LONGEST) return `<code>${escapeHtml(tex)}</code>`;
  try {
    return katex.renderToString(tex, {
      output: 'mathml',
      displayMode: display,
      strict: 'ignore',
      maxSize: 20,
    });
  } catch {
    return `<code>${escapeHtml(tex)}</code>`;
  }
}
