import { indentOf, type Line } from '../lines.ts';

/** What a page defines once and uses anywhere: link targets, abbreviations, attribute lists, footnotes' numbers. */
export interface References {
  links: Record<string, { href: string; title: string }>;
  abbreviations: Map<string, string>;
  attributes: Map<string, string>;
  /** By label, in the order of the definitions. */
  footnotes: Map<string, number>;
}

const PREFIX = /^[\s>]*/;
const LINK =
  /^\[(?!\^)((?:[^[\]\\]|\\.){1,500})\]:\s*(?:<([^<>]*)>|(\S+))(?:\s+(?:"(.*)"|'(.*)'|\((.*)\)))?\s*$/;
const ABBREVIATION = /^\*\[([^\]]{1,200})\]:\s*(.*)$/;
const ATTRIBUTES = /^\{:([\w-]+):\s*([^{}]*)\}\s*$/;
const FOOTNOTE = /^\[\^([^\]\s]{1,200})\]:/;
const FENCE = /^(`{3,}|~{3,})/;

/** Collects the definitions of the whole page, outside of fences, so that they may stand after their use. */
export function collectReferences(lines: Line[]): References {
  const references: References = {
    links: Object.create(null),
    abbreviations: new Map(),
    attributes: new Map(),
    footnotes: new Map(),
  };
  let fence = '';
  for (const { text } of lines) {
    const line = text.slice(PREFIX.exec(text)![0].length);
    const mark = FENCE.exec(line)?.[1];
    if (mark) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    else if (fence === '') define(references, line);
  }
  return references;
}

/** Whether the line is a definition, which readers of the page do not see. */
export function isDefinition(line: Line): boolean {
  if (indentOf(line.text) > 3) return false;
  const text = line.text.trim();
  return (
    (text.startsWith('[') && LINK.test(text)) ||
    (text.startsWith('*[') && ABBREVIATION.test(text)) ||
    (text.startsWith('{:') && ATTRIBUTES.test(text))
  );
}

/** How Markdown compares labels: case and runs of blanks do not count. */
function normaliseLabel(label: string): string {
  return label.toLowerCase().replace(/\s+/g, ' ').trim();
}

function define(references: References, line: string): void {
  if (line.startsWith('[^')) {
    const label = FOOTNOTE.exec(line)?.[1];
    if (label !== undefined && !references.footnotes.has(label)) {
      references.footnotes.set(label, references.footnotes.size + 1);
    }
  } else if (line.startsWith('[')) {
    const [, label, bracketed, bare, ...titles] = LINK.exec(line) ?? [];
    if (label === undefined) return;
    const key = normaliseLabel(label);
    references.links[key] ??= {
      href: bracketed ?? bare ?? '',
      title: titles.find((title) => title !== undefined) ?? '',
    };
  } else if (line.startsWith('*[')) {
    const [, short, long] = ABBREVIATION.exec(line) ?? [];
    if (short !== undefined) references.abbreviations.set(short, long ?? '');
  } else if (line.startsWith('{:')) {
    const [, name, inside] = ATTRIBUTES.exec(line) ?? [];
    if (name !== undefined) references.attributes.set(name, inside ?? '');
  }
}
