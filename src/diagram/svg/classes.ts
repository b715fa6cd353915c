import { type SvgElement, walk } from './elements.ts';

/** What no class of the page begins with. */
const MARK = 'm-';

/**
 * The class as it stands in a picture. Whoever writes a diagram chooses some of them, and Mermaid the rest: none is
 * one that the page's style sheets or scripts ask for.
 */
export function pictureClass(name: string): string {
  return name.startsWith(MARK) ? name : MARK + name;
}

export function renameClasses(root: SvgElement): void {
  for (const { attributes } of walk(root)) {
    const names = attributes['class']?.split(/\s+/).filter(Boolean) ?? [];
    if (names.length > 0) attributes['class'] = names.map(pictureClass).join(' ');
  }
}

/** The style sheet, whose selectors mean the renamed ones. */
export function renameClassSelectors(css: string): string {
  return css.replace(/[^{}]*\{/g, (prelude) =>
    prelude.replace(/\.(-?[A-Za-z_][\w-]*)/g, (_, name: string) => `.${pictureClass(name)}`),
  );
}
