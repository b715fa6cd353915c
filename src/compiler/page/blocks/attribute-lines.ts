import type { Attributes, Block } from '../../model.ts';
import { because, type Reason } from '../../reasons/reason.ts';
import { addAttributes, attributeLine, newAttributes, parseAttributes } from '../attributes.ts';
import type { Context } from '../context.ts';
import type { Line } from '../lines.ts';

/**
 * Gives kramdown's attribute lists to their blocks: to the one right above, or else to the next one.
 * `{:toc}` makes a table of contents of the list above it.
 */
export function applyAttributeLines() {
  let waiting: Attributes | null = null;
  let afterBlank = true;
  return {
    blank(): void {
      afterBlank = true;
    },
    /** Takes the line if it is an attribute list, and says for which block. */
    take(line: Line, blocks: Block[], context: Context): Reason | null {
      const inside = attributeLine(line.text);
      if (inside === null) return null;
      const attributes = resolve(parseAttributes(inside), context);
      const above = afterBlank ? undefined : blocks.at(-1);
      if (above === undefined) this.wait(attributes);
      else give(blocks, above, attributes);
      return because(above === undefined ? 'attributes-of-next' : 'attributes-of-above');
    },
    /** Keeps the attributes for the block that comes next. */
    wait(attributes: Attributes): void {
      waiting ??= newAttributes();
      addAttributes(waiting, attributes);
    },
    give(more: Block[]): void {
      afterBlank = false;
      const first = more[0];
      if (waiting === null || first === undefined) return;
      give(more, first, waiting);
      waiting = null;
    },
  };
}

function give(blocks: Block[], block: Block, attributes: Attributes): void {
  if (block.kind === 'list' && 'toc' in attributes.values) {
    blocks[blocks.lastIndexOf(block)] = { kind: 'toc', line: block.line, attributes };
  } else {
    const own = newAttributes();
    addAttributes(own, block.attributes);
    addAttributes(own, attributes);
    block.attributes = own;
  }
}

/** `{: name}` stands for what `{:name: …}` defined. */
function resolve(attributes: Attributes, context: Context): Attributes {
  for (const name of Object.keys(attributes.values)) {
    const defined = context.references.attributes.get(name);
    if (defined !== undefined) addAttributes(attributes, parseAttributes(defined));
  }
  return attributes;
}
