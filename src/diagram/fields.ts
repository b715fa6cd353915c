import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

/** What a reader of YAML needs to say where something is wrong. */
export interface Complaints {
  /** `node` may be missing where a key has no value. */
  add(node: unknown, code: string, message: string, hint: string): void;
}

/** Keys and what reads the value of each. */
export type Fields<T> = { [K in keyof T]: (node: Node | null, complaints: Complaints) => T[K] | undefined };

/**
 * Reads a YAML mapping by a table of its keys. A key that is not in the table, or a value that is not a
 * mapping, is a complaint; a value that its reader refuses is left out.
 */
export function readMap<T>(node: unknown, fields: Fields<T>, complaints: Complaints): Partial<T> | null {
  const known = Object.keys(fields).join(', ');
  if (!isMap(node)) {
    complaints.add(
      node,
      'layers-shape',
      `Expected a mapping with the keys ${known}`,
      'Write `key: value` lines.',
    );
    return null;
  }
  const result: Partial<T> = {};
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!Object.hasOwn(fields, name)) {
      complaints.add(key, 'layers-unknown-key', `Unknown key “${name}”`, `The keys are ${known}.`);
      continue;
    }
    const read = fields[name as keyof T](value as Node | null, complaints);
    if (read !== undefined) result[name as keyof T] = read;
  }
  return result;
}

/** Reads a YAML list, each item by `readItem`; items that it refuses are left out. */
export function readList<T>(
  node: Node | null,
  readItem: (item: Node) => T | null,
  complaints: Complaints,
): T[] | undefined {
  if (!isSeq(node)) {
    complaints.add(node, 'layers-shape', 'Expected a list', 'Write one `- …` line for each.');
    return undefined;
  }
  return node.items
    .map((item) => readItem(item as Node))
    .filter((item): item is Awaited<T> & {} => item !== null);
}

/** Reads text, also where YAML takes it for a number, as it does with an id like `123456`. */
export function readText(node: Node | null, complaints: Complaints): string | undefined {
  if (isScalar(node) && node.value !== null) return node.source ?? String(node.value);
  complaints.add(node, 'layers-shape', 'Expected a text', 'Put it between quotes.');
  return undefined;
}

/** Reads `true` or `false`. */
export function readFlag(node: Node | null, complaints: Complaints): boolean | undefined {
  if (isScalar(node) && typeof node.value === 'boolean') return node.value;
  complaints.add(node, 'layers-shape', 'Expected true or false', 'Write `true` or `false`.');
  return undefined;
}

/** The line, from 1, that a node begins on; 1 where it has no place in the text. */
export function findLine(node: unknown, counter: LineCounter): number {
  const range = (node as Node | null | undefined)?.range;
  return range ? Math.max(1, counter.linePos(range[0]).line) : 1;
}
