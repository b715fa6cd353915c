import { Parser } from 'htmlparser2';
import { drawingElements, transparentElements } from './allowed.ts';

/** An element of a picture; children are elements and text. */
export interface SvgElement {
  name: string;
  attributes: Record<string, string>;
  children: (SvgElement | string)[];
}

/** Where text is read; elsewhere it is white space between elements. */
const textElements = new Set(['text', 'tspan', 'textPath', 'title', 'desc', 'style']);

/** Elements within elements: no picture has more, and no nesting exhausts the stack. */
const DEEPEST = 200;

/** Parses a picture, leaving out every element that does not draw. `null` when it holds no `svg`. */
export function parseSvg(source: string): SvgElement | null {
  const root: SvgElement = { name: '', attributes: {}, children: [] };
  const open: SvgElement[] = [root];
  let dropped = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const draws = drawingElements.has(name) || transparentElements.has(name);
        if (dropped > 0 || !draws || open.length > DEEPEST) {
          dropped += 1;
        } else if (!transparentElements.has(name)) {
          const element: SvgElement = { name, attributes: { ...attributes }, children: [] };
          open.at(-1)!.children.push(element);
          open.push(element);
        }
      },
      ontext(text) {
        const element = open.at(-1)!;
        if (dropped === 0 && textElements.has(element.name)) element.children.push(text);
      },
      onclosetag(name) {
        if (dropped > 0) dropped -= 1;
        else if (!transparentElements.has(name) && open.length > 1) open.pop();
      },
    },
    { lowerCaseTags: false, lowerCaseAttributeNames: false, recognizeSelfClosing: true },
  );
  parser.end(source);
  return (
    root.children.find((child): child is SvgElement => typeof child !== 'string' && child.name === 'svg') ??
    null
  );
}

/** Writes an element so that HTML and XML parsers read the same. */
export function formatSvg(element: SvgElement | string): string {
  if (typeof element === 'string') return escapeMarkup(element);
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join('');
  const children = element.children.map(element.name === 'style' ? formatCss : formatSvg).join('');
  return children === ''
    ? `<${element.name}${attributes}/>`
    : `<${element.name}${attributes}>${children}</${element.name}>`;
}

/** Every element below and with this one, in the order of the document. */
export function* walk(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* walk(child);
}

/** Some parsers decode entities in a style sheet and some don't: so it has none, nor anything that needs one. */
function formatCss(css: SvgElement | string): string {
  return typeof css === 'string' ? css.replace(/[&<]/g, '') : '';
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
