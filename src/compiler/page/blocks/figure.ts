import { Parser } from 'htmlparser2';
import type { Attributes, FigureBlock, Inline } from '../../model.ts';
import { addAttributes, noAttributes } from '../attributes.ts';
import type { Context } from '../context.ts';
import { diagnoseMissingPicture } from './missing-picture.ts';

interface Picture {
  source: string;
  alt: string;
  title: string;
  link: string | null;
  attributes: Attributes;
}

/** The pictures of a run of HTML that holds nothing else, as figures; `null` when a reader sees more than pictures. */
export function makeFigures(html: string, line: number, context: Context): FigureBlock[] | null {
  const pictures = onlyPictures(html);
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
  const caption: Inline | null =
    picture.title === ''
      ? null
      : { html: picture.title.replace(/&/g, '&amp;').replace(/</g, '&lt;'), text: picture.title };
  return {
    kind: 'figure',
    line,
    attributes: picture.attributes,
    source: picture.source,
    alt: picture.alt,
    caption,
    size: size === 'remote' ? null : size,
    missing: size === null,
    link: picture.link,
  };
}

function onlyPictures(html: string): Picture[] | null {
  if (!html.includes('<img')) return null;
  const pictures: Picture[] = [];
  let more = false;
  let link: string | null = null;
  const classes: string[] = [];
  const parser = new Parser({
    ontext: (text) => {
      more ||= text.trim() !== '';
    },
    onopentag: (name, attributes) => {
      if (name === 'a') link = attributes['href'] ?? null;
      else if (name === 'span') classes.push(...(attributes['class'] ?? '').split(/\s+/).filter(Boolean));
      else if (name === 'img') pictures.push(makePicture(attributes, link));
      else more ||= name !== 'br';
    },
    onclosetag: (name) => {
      if (name === 'a') link = null;
    },
  });
  parser.end(html);
  if (more || pictures.length === 0) return null;
  for (const picture of pictures) addAttributes(picture.attributes, { id: null, classes, values: {} });
  return pictures;
}

function makePicture(attributes: Record<string, string>, link: string | null): Picture {
  const own = noAttributes();
  own.id = attributes['id'] ?? null;
  own.classes.push(...(attributes['class'] ?? '').split(/\s+/).filter(Boolean));
  for (const name of ['width', 'height']) {
    const value = attributes[name];
    if (value !== undefined) own.values[name] = value;
  }
  return {
    source: attributes['src'] ?? '',
    alt: attributes['alt'] ?? '',
    title: attributes['title'] ?? '',
    link,
    attributes: own,
  };
}

/** A path as written, and as it reads on disk: without a query, and with its escapes undone. */
function pathsOf(source: string): string[] {
  const bare = source.replace(/[?#].*$/, '');
  try {
    return [...new Set([source, bare, decodeURIComponent(bare)])];
  } catch {
    return [source, bare];
  }
}
