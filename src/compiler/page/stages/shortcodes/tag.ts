/** A part of a line: text, or one of Hugo's shortcodes: `{{< name arguments >}}`, `{{% name arguments %}}`. */
export type ShortcodePart = string | Shortcode;

export interface Shortcode {
  /** As it is written. */
  text: string;
  name: string;
  /** `{{< /note >}}` */
  closes: boolean;
  /** `{{< tab … />}}`: it wraps nothing. */
  alone: boolean;
  parameters: Record<string, string>;
  /** Arguments without a name. */
  words: string[];
}

/** How long a shortcode may be, in characters; more is text. */
const LONGEST = 4000;

/** Parts a line at its shortcodes, in time proportional to its length; what never closes is text. */
export function splitShortcodes(line: string): ShortcodePart[] {
  const parts: ShortcodePart[] = [];
  const lost = new Set<string>();
  let from = 0;
  for (let at = line.indexOf('{{'); at >= 0; at = line.indexOf('{{', at + 1)) {
    const closer = line[at + 2] === '<' ? '>}}' : line[at + 2] === '%' ? '%}}' : '';
    if (closer === '' || lost.has(closer)) continue;
    const end = line.indexOf(closer, at + 3);
    if (end < 0) lost.add(closer);
    const found = end < 0 || end - at > LONGEST ? null : readShortcode(line.slice(at + 3, end));
    if (found === null) continue;
    if (at > from) parts.push(line.slice(from, at));
    const text = line.slice(at, end + closer.length);
    parts.push(found === ESCAPED ? text.replace(/\/\*|\*\//g, '') : { text, ...found });
    from = end + 3;
    at = end + 2;
  }
  if (from < line.length || parts.length === 0) parts.push(line.slice(from));
  return parts;
}

/** The name within comment marks: how a page shows a shortcode itself. */
const ESCAPED = Symbol('escaped');

function readShortcode(inside: string): Omit<Shortcode, 'text'> | typeof ESCAPED | null {
  if (inside.startsWith('/*')) return ESCAPED;
  const [, slash, name, rest] = /^\s*(\/?)\s*([A-Za-z][\w/.-]*)(.*)$/s.exec(inside) ?? [];
  if (name === undefined) return null;
  const parameters: Record<string, string> = Object.create(null);
  const words: string[] = [];
  for (const [, key, double, single, plain, bare] of rest!.matchAll(
    /(?:([\w-]+)=)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+))/g,
  )) {
    const value = double ?? single ?? plain ?? bare ?? '';
    if (key !== undefined) parameters[key] = value;
    else if (value !== '/') words.push(value);
  }
  const alone = /\/\s*$/.test(rest!);
  return { name: name.toLowerCase().replace(/\/$/, ''), closes: slash !== '', alone, parameters, words };
}
