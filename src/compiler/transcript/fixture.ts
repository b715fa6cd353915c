import type { Block, CodeBlock } from '../model.ts';

/** A code block as the page's reader makes it, for tests. */
export function code(text: string, info = '', attributes: Partial<CodeBlock['attributes']> = {}): CodeBlock {
  return {
    kind: 'code',
    line: 1,
    attributes: { id: null, classes: [], values: {}, ...attributes },
    language: (info.trim().split(/\s+/)[0] ?? '').toLowerCase(),
    info: info.trim(),
    text,
    textLine: 2,
    fenced: true,
  };
}

export function paragraph(text: string): Block {
  return {
    kind: 'paragraph',
    line: 1,
    attributes: { id: null, classes: [], values: {} },
    inline: { html: text, text },
  };
}
