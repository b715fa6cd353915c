import { type SvgElement, walk } from './elements.ts';

/** Elements that are drawn again wherever another one refers to them. */
const repeatedElements = new Set(['symbol', 'marker', 'pattern', 'mask', 'clipPath']);

/**
 * Characters of shapes that references may add to a picture; a reference beyond is dropped. Mermaid's arrow heads
 * have about a hundred each.
 */
const MOST = 2_000_000;

const addressed = /url\(\s*["']?#([\w.:-]+)["']?\s*\)/gi;

/**
 * Keeps a small picture from being a large one: what is drawn again wherever something refers to it refers to no
 * such thing itself, so that nothing doubles and doubles again, and all references together add no more than
 * a page can show. Returns the style sheet, whose rules may refer to none.
 */
export function boundRepeated(root: SvgElement, css: string): string {
  const targets = findTargets(root);
  for (const target of targets.values())
    for (const element of walk(target)) dropReferences(element, (id) => targets.has(id));
  const sizes = new Map([...targets].map(([id, target]) => [id, sizeOf(target)]));
  let room = MOST;
  visit(root, sizes, (element, places) =>
    dropReferences(element, (id) => {
      room -= (sizes.get(id) ?? 0) * places;
      return room < 0 && sizes.has(id);
    }),
  );
  return css.replace(addressed, (whole, id: string) => (targets.has(id) ? 'none' : whole));
}

function findTargets(root: SvgElement): Map<string, SvgElement> {
  const elements = [...walk(root)];
  const used = new Set(
    elements
      .filter(({ name }) => name === 'use')
      .flatMap(({ attributes }) => idsIn(attributes['href'] ?? '')),
  );
  return new Map(
    elements.flatMap((element) => {
      const { id } = element.attributes;
      const isTarget = id !== undefined && (repeatedElements.has(element.name) || used.has(id));
      return isTarget ? [[id, element] as const] : [];
    }),
  );
}

function dropReferences(element: SvgElement, isDropped: (id: string) => boolean): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (idsIn(value).some(isDropped)) delete element.attributes[name];
  }
}

function idsIn(value: string): string[] {
  const whole = /^#([\w.:-]+)$/.exec(value)?.[1];
  return whole ? [whole] : [...value.matchAll(addressed)].map((match) => match[1]!);
}

/**
 * Calls with each element and how many places of it, and of what it holds, may show what it refers to: references
 * are inherited. Gives that number.
 */
function visit(
  element: SvgElement,
  sizes: ReadonlyMap<string, number>,
  call: (element: SvgElement, places: number) => void,
): number {
  const [drawn] = element.name === 'use' ? idsIn(element.attributes['href'] ?? '') : [];
  let places = drawn ? (sizes.get(drawn) ?? 0) : placesOf(element);
  for (const child of element.children) if (typeof child !== 'string') places += visit(child, sizes, call);
  call(element, element.name === 'use' ? 1 : places);
  return places;
}

/** A marker comes at each point of a line. */
function placesOf({ attributes }: SvgElement): number {
  const line = attributes['d'] ?? attributes['points'] ?? '';
  return 1 + Math.ceil(line.length / 4);
}

function sizeOf(target: SvgElement): number {
  let size = 0;
  for (const { attributes, children } of walk(target)) {
    const texts = children.filter((child): child is string => typeof child === 'string');
    for (const text of [...Object.values(attributes), ...texts]) size += text.length;
    size += 10;
  }
  return size;
}
