import { decodeAddress } from '../../address.ts';
import { type ImageNode, plainInline } from '../../inline/nodes.ts';
import type { Attributes, FigureBlock, InlineNode } from '../../model.ts';
import { addAttributes, newAttributes } from '../attributes.ts';
import type { Context } from '../context.ts';
import { diagnoseMissingPicture } from './missing-picture.ts';

interface Picture {
  source: string;
  alt: string;
  title: string;
  link: string | null;
  attributes: Attributes;
}

/** The pictures of a run of text that holds nothing else, as figures; `null` when a reader sees more than pictures. */
export function makeFigures(
  nodes: readonly InlineNode[],
  line: number,
  context: Context,
): FigureBlock[] | null {
  const pictures = onlyPictures(nodes);
  return pictures === null ? null : pictures.map((picture) => makeFigure(picture, line, context));
}

/** Warns when a picture beside the page is not there; gives its size when it is. */
function findPicture(source: string, line: number, context: Context): FigureBlock['size'] | 'remote' {
  if (/^(?:https?:)?\/\//i.test(source)) return 'remote';
  const size = pathsOf(source).reduce<FigureBlock['size']>(
    (found, path) => found ?? context.surroundings.picture(path),
    null,
  );
  if (size === null) context.diagnostics.push(diagnoseMissingPicture(source, line));
  return size;
}

function makeFigure(picture: Picture, line: number, context: Context): FigureBlock {
  const size = findPicture(picture.source, line, context);
  return {
    kind: 'figure',
    line,
    attributes: picture.attributes,
    source: picture.source,
    alt: picture.alt,
    caption: picture.title === '' ? null : plainInline(picture.title),
    size: size === 'remote' ? null : size,
    missing: size === null,
    link: picture.link,
  };
}

function onlyPictures(nodes: readonly InlineNode[]): Picture[] | null {
  const pictures: Picture[] = [];
  const classes: string[] = [];
  if (!gather(nodes, null, { pictures, classes }) || pictures.length === 0) return null;
  for (const picture of pictures) addAttributes(picture.attributes, { id: null, classes, values: {} });
  return pictures;
}

/** Whether nodes are pictures, what links them, and what gives them classes. */
function gather(
  nodes: readonly InlineNode[],
  link: string | null,
  found: { pictures: Picture[]; classes: string[] },
): boolean {
  return nodes.every((node) => {
    if (node.kind === 'text') return node.text.trim() === '';
    if (node.kind === 'break') return true;
    if (node.kind === 'image') return found.pictures.push(makePicture(node, link)) > 0;
    if (node.kind === 'link') return gather(node.nodes, node.href, found);
    if (node.kind !== 'element' || node.tag !== 'span') return false;
    found.classes.push(...classesOf(node.attributes));
    return gather(node.nodes, link, found);
  });
}

function makePicture({ source, alt, attributes = {} }: ImageNode, link: string | null): Picture {
  const own = newAttributes();
  own.id = attributes['id'] ?? null;
  own.classes.push(...classesOf(attributes));
  for (const name of ['width', 'height']) {
    const value = attributes[name];
    if (value !== undefined) own.values[name] = value;
  }
  return { source, alt: alt ?? '', title: attributes['title'] ?? '', link, attributes: own };
}

function classesOf(attributes: Record<string, string> = {}): string[] {
  return (attributes['class'] ?? '').split(/\s+/).filter(Boolean);
}

/** A path as written, and as it reads on disk: without a query, and with its escapes undone. */
function pathsOf(source: string): string[] {
  const bare = source.replace(/[?#].*$/, '');
  return [...new Set([source, bare, decodeAddress(bare)])];
}
