import type { Attributes } from '../model.ts';

/** Of a block of which its author says nothing: the same for all of them, so that nobody may add to it. */
export function noAttributes(): Attributes {
  return NONE;
}

const NONE = Object.freeze({
  id: null,
  classes: Object.freeze([]),
  values: Object.freeze({}),
}) as unknown as Attributes;

/** To be filled. */
export function newAttributes(): Attributes {
  return { id: null, classes: [], values: {} };
}

const LINE = /^\s*\{:(?!:)([^{}]*)\}\s*$/;
const PART = /#([^\s#.="']+)|\.([^\s#="'}]+)|([^\s="']+)=(?:"([^"]*)"|'([^']*)'|(\S+))|([^\s#."'=]+)/g;

/**
 * What stands between `{:` and `}` when that is all of the line: a block's attribute list of kramdown
 * (https://kramdown.gettalong.org/syntax.html#block-ials). `null` when the line is none.
 */
export function attributeLine(text: string): string | null {
  return text.length > 2000 ? null : (LINE.exec(text)?.[1] ?? null);
}

/** Reads `#id .class key="value" word` (the inside of an attribute list); a bare word becomes a value of its own name. */
export function parseAttributes(inside: string): Attributes {
  const attributes = newAttributes();
  for (const [, id, names, key, double, single, bare, word] of inside.slice(0, 2000).matchAll(PART)) {
    if (id !== undefined) attributes.id = id;
    else if (names !== undefined) attributes.classes.push(...names.split('.').filter(Boolean));
    else if (key !== undefined) setValue(attributes, key, double ?? single ?? bare ?? '');
    else if (word !== undefined) attributes.values[word] = '';
  }
  return attributes;
}

/** Adds what `more` says to a block's own attributes; the later id and values win. */
export function addAttributes(own: Attributes, more: Attributes): void {
  own.id = more.id ?? own.id;
  for (const name of more.classes) if (!own.classes.includes(name)) own.classes.push(name);
  Object.assign(own.values, more.values);
}

function setValue(attributes: Attributes, key: string, value: string): void {
  if (key === 'id') attributes.id = value;
  else if (key === 'class') attributes.classes.push(...value.split(/\s+/).filter(Boolean));
  else if (key !== '__proto__') attributes.values[key] = value;
}
