import katex from 'katex';
import { escapeHtml } from './escape.ts';

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

/** Writes the formulas within a line, which sanitised HTML holds as text. */
export function writeFormulas(html: string): string {
  if (!html.includes('<span class="math">')) return html;
  return html.replace(/<span class="math">([^<>]*)<\/span>/g, (_, tex: string) =>
    renderTex(unescapeHtml(tex), false),
  );
}

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => CHARACTERS[name]!);
}

const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
