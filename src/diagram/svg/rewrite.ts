import { isDrawingAttribute, isHarmlessValue } from './allowed.ts';
import { showHidden } from './characters.ts';
import { pictureClass, renameClasses, renameClassSelectors } from './classes.ts';
import { useThemeColours } from './colours.ts';
import { formatSvg, parseSvg, type SvgElement, walk } from './elements.ts';
import { boundRepeated } from './repeated.ts';
import { type Occurring, rewriteDeclarations, rewriteStyleSheet } from './style-sheet.ts';
import { dropUnused } from './unused.ts';

/** How the picture is named for those who don't see it; without it the picture keeps its own names. */
export interface PictureNames {
  title: string;
  description: string;
}

/**
 * Makes an SVG from Mermaid fit to stand in the deck under its Content Security Policy, and safe
 * whoever wrote it: no script, no event handler, nothing loaded, no style attribute (they become
 * classes), every id and class its own, colours by the theme's variables, as wide as its place. Doing it twice
 * changes nothing. Returns `null` when there is no picture in it.
 *
 * @param id the picture's own, letters, digits and `-`; all ids inside of it begin with it
 */
export function rewriteSvg(source: string, id: string, names?: PictureNames): string | null {
  const root = parseSvg(source);
  if (!root) return null;
  const drawn = root.attributes['id'] ?? '';
  const sheets = renameClassSelectors(takeStyleSheets(root)).replaceAll(`#${drawn}`, `#${id}`);
  renameIds(root, drawn, id);
  renameClasses(root);
  const css = boundRepeated(root, sheets);
  dropUnused(root, rewriteStyleSheet(css, `#${id}`, findOccurring(root)));
  const styled = new Map<string, string>();
  for (const element of walk(root)) rewriteElement(element, styled);
  nameRoot(root, id, names);
  const sheet = [
    rewriteStyleSheet(css, `#${id}`, findOccurring(root)),
    ...[...styled].map(([declarations, name]) => `#${id} .${name}.${name}.${name}{${declarations}}`),
  ].join('');
  if (sheet) root.children.splice(countNames(root), 0, { name: 'style', attributes: {}, children: [sheet] });
  return formatSvg(root);
}

/** Removes every style sheet from the picture and returns them as one. */
function takeStyleSheets(root: SvgElement): string {
  const sheets: string[] = [];
  for (const element of walk(root)) {
    element.children = element.children.filter((child) => {
      if (typeof child === 'string' || child.name !== 'style') return true;
      sheets.push(child.children.join(''));
      return false;
    });
  }
  return sheets.join('');
}

/** All ids begin with the picture's, and none comes twice; so do the references to them. */
function renameIds(root: SvgElement, from: string, to: string): void {
  const rename = (name: string) => {
    if (name === to || name.startsWith(`${to}-`)) return name;
    const own = from !== '' && name.startsWith(from) ? name.slice(from.length).replace(/^[-_]/, '') : name;
    return own === '' ? to : `${to}-${own.replace(/[^\w.:-]/g, '_')}`;
  };
  const taken = new Set<string>();
  for (const element of walk(root)) {
    const { attributes } = element;
    if (attributes['id'] !== undefined) {
      attributes['id'] = rename(attributes['id']);
      if (taken.has(attributes['id'])) delete attributes['id'];
      else taken.add(attributes['id']);
    }
    for (const [name, value] of Object.entries(attributes)) {
      attributes[name] = value.replace(/url\(["']?#([\w.:-]+)["']?\)/g, (_, part) => `url(#${rename(part)})`);
    }
    const href = attributes['href'] ?? attributes['xlink:href'];
    if (href?.startsWith('#')) attributes['href'] = `#${rename(href.slice(1))}`;
  }
}

function rewriteElement(element: SvgElement, styled: Map<string, string>): void {
  element.children = element.children.map((child) => (typeof child === 'string' ? showHidden(child) : child));
  const { style, href, ...others } = element.attributes;
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(others)) {
    if (!isDrawingAttribute(name) || value === '') continue;
    if (name === 'class' || name === 'id') kept[name] = value.replace(/[^\w .:-]/g, '').trim();
    else if (isHarmlessValue(value)) kept[name] = shortenNumbers(useThemeColours(value));
  }
  if (element.name === 'use' && /^#[\w.:-]+$/.test(href ?? '')) kept['href'] = href!;
  const declarations = style ? rewriteDeclarations(style) : '';
  if (declarations)
    kept['class'] = [kept['class'], nameStyle(declarations, styled)].filter(Boolean).join(' ');
  element.attributes = kept;
}

function nameStyle(declarations: string, styled: Map<string, string>): string {
  const name = styled.get(declarations) ?? pictureClass(`own${styled.size + 1}`);
  styled.set(declarations, name);
  return name;
}

/** Hundredths of a pixel are enough, and halve the file. */
function shortenNumbers(value: string): string {
  return value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))));
}

/** However much room there is, letters of 16 pixels get no larger than twice that. */
const grown = 2;

function widthOf(viewBox: string): number {
  return Number(viewBox.trim().split(/[\s,]+/)[2]) || 400;
}

/** Mermaid's `info` states no box; without one a picture can't be as wide as its place. */
const sizeless = '0 0 400 100';

/** Classes of Mermaid's would mean to the page's style sheet what they mean to it: the picture's box has none. */
function nameRoot(root: SvgElement, id: string, names?: PictureNames): void {
  const { viewBox = sizeless } = root.attributes;
  root.attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    id,
    viewBox,
    width: String(Math.round(widthOf(viewBox) * grown)),
  };
  root.attributes['role'] = 'img';
  if (!names) {
    const labels = root.children.filter(
      (child) => typeof child !== 'string' && isName(child),
    ) as SvgElement[];
    const by = labels.flatMap((label) => label.attributes['id'] ?? []).join(' ');
    if (by) root.attributes['aria-labelledby'] = by;
    return;
  }
  root.attributes['aria-labelledby'] = `${id}-title ${id}-desc`;
  root.children = root.children.filter((child) => typeof child === 'string' || !isName(child));
  root.children.unshift(
    { name: 'title', attributes: { id: `${id}-title` }, children: [names.title] },
    { name: 'desc', attributes: { id: `${id}-desc` }, children: [names.description] },
  );
}

function isName(element: SvgElement): boolean {
  return element.name === 'title' || element.name === 'desc';
}

function countNames(root: SvgElement): number {
  return root.children.filter((child) => typeof child !== 'string' && isName(child)).length;
}

function findOccurring(root: SvgElement): Occurring {
  const occurring: Occurring = {
    elements: new Set(),
    classes: new Set(),
    ids: new Set(),
    attributes: new Set(),
  };
  for (const { name, attributes } of walk(root)) {
    occurring.elements.add(name);
    for (const one of (attributes['class'] ?? '').split(' ')) occurring.classes.add(one);
    if (attributes['id']) occurring.ids.add(attributes['id']);
    for (const [key, value] of Object.entries(attributes)) occurring.attributes.add(`${key}=${value}`);
  }
  return occurring;
}
