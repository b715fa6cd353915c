import type { Attributes, Block, Inline, Surroundings } from '../model.ts';
import { parsePage } from './parse.ts';

const nothing: Surroundings = { picture: () => null, read: () => null, exists: () => false };

export function parse(text: string, surroundings: Partial<Surroundings> = {}) {
  return parsePage({ path: 'page.md', text }, { ...nothing, ...surroundings });
}

/** What a page becomes, a line for each block: its kind, its words, and in brackets what it holds. */
export function sketch(text: string, surroundings: Partial<Surroundings> = {}): string[] {
  return parse(text, surroundings).blocks.map(draw);
}

/** The warnings of a page: line, code, message. */
export function warnings(text: string, surroundings: Partial<Surroundings> = {}): string[] {
  return parse(text, surroundings).diagnostics.map(
    ({ line, code, message }) => `${line} ${code}: ${message}`,
  );
}

function draw(block: Block): string {
  return [say(block), ...marks(block.attributes)].join(' ');
}

function say(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${words(block.inline)}`;
    case 'paragraph':
      return `p ${words(block.inline)}`;
    case 'list':
      return `${block.ordered ? `ol${block.start === 1 ? '' : block.start}` : 'ul'}${block.loose ? ' loose' : ''} [${block.items
        .map((item) =>
          [...box(item.checked), hold(item.blocks), ...marks(item.attributes)].filter(Boolean).join(' '),
        )
        .join(' | ')}]`;
    case 'code':
      return `${block.fenced ? 'fence' : 'code'}${block.language && ` ${block.language}`} ${JSON.stringify(block.text)}`;
    case 'table':
      return `table ${[block.header, ...block.rows].map((row) => row.map(words).join(' | ')).join(' / ')}`;
    case 'quote':
      return `quote [${hold(block.blocks)}]`;
    case 'callout':
      return `${block.flavour} “${words(block.title)}” [${hold(block.blocks)}]`;
    case 'figure':
      return `figure ${block.source}${block.alt && ` “${block.alt}”`}${block.caption ? ` (${words(block.caption)})` : ''}`;
    case 'html':
      return `html ${block.text}`;
    case 'math':
      return `math ${block.tex}`;
    case 'definitions':
      return `definitions ${block.items
        .map(
          ({ terms, definitions }) => `${terms.map(words).join(', ')} [${definitions.map(hold).join(' | ')}]`,
        )
        .join(' ')}`;
    case 'details':
      return `details${block.open ? ' open' : ''} “${words(block.summary)}” [${hold(block.blocks)}]`;
    case 'group':
      return `group [${hold(block.blocks)}]`;
    case 'notes':
      return `${block.hidden ? 'hidden ' : ''}notes [${hold(block.blocks)}]`;
    case 'footnotes':
      return `footnotes ${block.items.map(({ label, blocks }) => `${label} [${hold(blocks)}]`).join(' ')}`;
    default:
      return block.kind;
  }
}

function hold(blocks: Block[]): string {
  return blocks.map(draw).join(' + ');
}

function words(inline: Inline): string {
  return inline.text;
}

function box(checked: boolean | null): string[] {
  return checked === null ? [] : [checked ? '[x]' : '[ ]'];
}

function marks({ id, classes, values }: Attributes): string[] {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return [...(id === null ? [] : [`#${id}`]), ...classes.map((name) => `.${name}`), ...pairs];
}
