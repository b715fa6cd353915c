import { type SvgElement, walk } from './elements.ts';

const referred = new Set([
  'marker',
  'filter',
  'linearGradient',
  'radialGradient',
  'clipPath',
  'mask',
  'pattern',
  'symbol',
]);

/** Removes what only draws when it is referred to and is not: Mermaid brings every marker that it has. */
export function dropUnused(root: SvgElement, sheet: string): void {
  const used = new Set([...sheet.matchAll(/url\(#([\w.:-]+)\)/g)].map((match) => match[1]!));
  for (const { attributes } of walk(root)) {
    for (const value of Object.values(attributes)) {
      for (const [, part] of value.matchAll(/(?:url\(|^)#([\w.:-]+)/g)) used.add(part!);
    }
  }
  prune(root, used);
}

function prune(element: SvgElement, used: Set<string>): void {
  element.children = element.children.filter((child) => {
    if (typeof child === 'string') return true;
    if (referred.has(child.name)) return used.has(child.attributes['id'] ?? '');
    prune(child, used);
    return !isIdle(child);
  });
}

/** Groups without anything, and boxes without a size. */
function isIdle(element: SvgElement): boolean {
  if (element.name === 'rect') return !('width' in element.attributes || 'class' in element.attributes);
  if (element.name !== 'defs' && element.name !== 'g') return false;
  return element.children.every((child) => typeof child === 'string' && child.trim() === '');
}
