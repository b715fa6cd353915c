import { compile } from '../compile.ts';
import { plainInline } from '../inline/nodes.ts';
import type { Attributes, Block, Inline, Lesson, ListItem, Slide, Surroundings } from '../model.ts';

/** Blocks and pages for the tests of this room. */
export function compilePage(text: string): Lesson {
  return compile({ path: 'page.md', text }, nothingAround);
}

export function slidesOfPage(text: string): Slide[] {
  return compilePage(text).slides;
}

export const nothingAround: Surroundings = {
  picture: () => ({ width: 800, height: 600 }),
  read: () => null,
  exists: () => true,
};

export function inline(text: string): Inline {
  return plainInline(text);
}

export function paragraph(text: string): Block {
  return { ...base(), kind: 'paragraph', inline: inline(text) };
}

export function heading(depth: number, text: string): Block {
  return { ...base(), kind: 'heading', depth, inline: inline(text), anchor: text.replace(/\s+/g, '-') };
}

export function item(blocks: Block[]): ListItem {
  return { line: 1, attributes: none(), checked: null, blocks };
}

export function list(items: ListItem[], ordered = false): Block {
  return { ...base(), kind: 'list', ordered, start: 1, loose: false, items };
}

export function code(text: string): Block {
  return { ...base(), kind: 'code', language: 'yaml', info: 'yaml', text, textLine: 1, fenced: true };
}

export function base() {
  return { line: 1, attributes: none() };
}

export function none(): Attributes {
  return { id: null, classes: [], values: {} };
}
