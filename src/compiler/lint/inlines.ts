import type { Block, Inline } from '../model.ts';
import { visit } from '../walk.ts';

/** A run of sanitised HTML of the page, and the line that its block begins on. */
export interface Run {
  line: number;
  html: string;
  /** The kind of the block. */
  block: Block['kind'];
}

/** All runs of text of a page, whatever block they stand in. */
export function runsOf(document: readonly Block[]): Run[] {
  const runs: Run[] = [];
  visit(document, (block) => {
    const add = (inline: Inline | null) =>
      inline && runs.push({ line: block.line, html: inline.html, block: block.kind });
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        add(block.inline);
        break;
      case 'table':
        for (const row of [block.header, ...block.rows]) row.forEach(add);
        break;
      case 'callout':
        add(block.title);
        break;
      case 'details':
        add(block.summary);
        break;
      case 'figure':
        add(block.caption);
        break;
      case 'definitions':
        for (const item of block.items) {
          for (const term of item.terms) runs.push({ line: item.line, html: term.html, block: block.kind });
        }
        break;
      case 'html':
        runs.push({ line: block.line, html: block.html, block: block.kind });
    }
  });
  return runs;
}

/** The value of an attribute of a sanitised tag, its entities undone; `null` when the tag has none. */
export function attributeOf(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : unescapeHtml(value);
}

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|quot|lt|gt|#39);/g, (_, name: string) => ENTITIES[name]!);
}

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };
