/** A part of a diagram's source that would make a browser ask for something. */
export interface Loading {
  /** In the source, from 1. */
  line: number;
  /** As it is written there. */
  written: string;
}

/**
 * The first thing in a Mermaid source that would load something while it is drawn; such a diagram is not drawn.
 * What an author hides better than this sees is stopped by the page's policy.
 */
export function findLoading(source: string): Loading | null {
  const text = readEscapes(source);
  for (const { where, what } of ways) {
    const from = text.search(where);
    const found = from < 0 ? null : what.exec(text.slice(from));
    if (found) {
      const line = text.slice(0, from + found.index).split('\n').length;
      return { line, written: found[0].trim() };
    }
  }
  return null;
}

/** Where Mermaid loads things: `what` counts from the first place of `where` on. */
const ways: { where: RegExp; what: RegExp }[] = [
  // A node's picture stands in its data: `A@{ img: "…" }`.
  { where: /@\{/, what: /\bimg["']?\s*:/i },
  // An actor's picture, told in the source or read from an element of the page.
  { where: /\bsequenceDiagram\b/, what: /^[^\S\n]*(?:properties|details)\b[^\n]*/m },
  // Labels with formulas, the only ones that become HTML.
  {
    where: /^(?=[\s\S]*\$\$)/,
    what: /<\s*(?:img|image|picture|source|video|audio|iframe|object|embed|link)\b/i,
  },
  // Styles, wherever they stand. `url(#…)` is a part of the picture.
  { where: /^/, what: /\burl\s*\(\s*["']?(?!["'#\s])[^\s"')]*|\bimage-set\s*\(|@import\b/i },
];

/** With the escapes of CSS, JSON and YAML read, so that none hides a word. */
function readEscapes(source: string): string {
  return source.replace(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([\da-fA-F]{1,6}) ?)/g,
    (_, ...digits: (string | undefined)[]) => {
      const code = Number.parseInt(digits.slice(0, 4).find((one) => one !== undefined)!, 16);
      return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : ' ';
    },
  );
}
