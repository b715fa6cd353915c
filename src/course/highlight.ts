import type { HighlighterCore } from 'shiki/core';
import type { BundledLanguage } from 'shiki/langs';

/** Turns code into HTML of `<span class="hl-…">`, its text escaped. Never throws. */
export type Highlight = (code: string, language: string) => string;

/** Code longer than this many characters is shown without colours: reading it would hold up the deck. */
const longestCode = 100_000;

/**
 * Loads what colours the given languages; unknown ones are ignored, and without any that is known nothing
 * is loaded. The classes are a fixed set, whose colours stand in the theme (`assets/theme/highlight.css`):
 * style attributes are dead under the page's Content Security Policy.
 *
 * @param languages names as authors write them after a fence: `yaml`, `dockerfile`, `js`
 */
export async function makeHighlighter(languages: Iterable<string>): Promise<Highlight> {
  const asked = [...new Set(languages)].filter((language) => language !== '');
  if (asked.length === 0) return escapeText;
  const { bundledLanguages } = await import('shiki/langs');
  const known = asked.filter((language): language is BundledLanguage =>
    Object.hasOwn(bundledLanguages, language),
  );
  if (known.length === 0) return escapeText;
  const highlighter = await loadShiki(known.map((language) => bundledLanguages[language]));
  return (code, language) =>
    known.includes(language as BundledLanguage) && code.length <= longestCode
      ? colour(highlighter, code, language)
      : escapeText(code);
}

async function loadShiki(
  langs: NonNullable<Parameters<typeof import('shiki/core').createHighlighterCore>[0]>['langs'],
) {
  const [{ createHighlighterCore, createCssVariablesTheme }, { createJavaScriptRegexEngine }] =
    await Promise.all([import('shiki/core'), import('shiki/engine/javascript')]);
  return createHighlighterCore({
    themes: [createCssVariablesTheme({ name: 'capas', variablePrefix: prefix })],
    langs,
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
}

const prefix = '--hl-';

function colour(highlighter: HighlighterCore, code: string, language: string): string {
  const { tokens } = highlighter.codeToTokens(code, {
    lang: language,
    theme: 'capas',
    tokenizeTimeLimit: 200,
  });
  return tokens
    .map((line) => line.map(({ content, color }) => wrap(content, getClass(color))).join(''))
    .join('\n');
}

/** `var(--hl-token-keyword)` → `hl-keyword`; what has no colour of its own gets no class. */
function getClass(color: string | undefined): string | null {
  return /^var\(--hl-token-([a-z-]+)\)$/.exec(color ?? '')?.[1] ?? null;
}

function wrap(text: string, name: string | null): string {
  return name === null ? escapeText(text) : `<span class="hl-${name}">${escapeText(text)}</span>`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
