/** A part of a line: text, a tag `{% name arguments %}`, or an output `{{ arguments }}`. */
export type LiquidPart =
  | { kind: 'text'; text: string }
  | { kind: 'tag' | 'output'; text: string; name: string; inside: string };

const NAME = /^(end_?\w+|\w+)/;

/** Parts a line at its Liquid tags, in time proportional to its length; what never closes is text. */
export function splitLine(line: string): LiquidPart[] {
  const parts: LiquidPart[] = [];
  const closers = { '%}': true, '}}': true };
  let from = 0;
  for (let at = line.indexOf('{'); at >= 0; at = line.indexOf('{', at + 1)) {
    const closer = line[at + 1] === '%' ? '%}' : line[at + 1] === '{' ? '}}' : null;
    if (closer === null || !closers[closer]) continue;
    const end = closing(line, at, closer);
    closers[closer] = end >= 0;
    if (end < 0) continue;
    if (at > from) parts.push({ kind: 'text', text: line.slice(from, at) });
    parts.push(makePart(line.slice(at, end + 2)));
    from = end + 2;
    at = end + 1;
  }
  if (from < line.length || parts.length === 0) parts.push({ kind: 'text', text: line.slice(from) });
  return parts;
}

/** A quoted `"{{ …"` within an output does not end it. */
function closing(line: string, at: number, closer: string): number {
  const quoted = /^\{\{-?\s*("[^"\n]{0,500}"|'[^'\n]{0,500}')\s*/.exec(line.slice(at, at + 520));
  return line.indexOf(closer, at + (quoted?.[0].length ?? 2));
}

function makePart(text: string): LiquidPart {
  const inside = text.slice(2, -2).replace(/^-/, '').replace(/-$/, '').trim();
  if (text.startsWith('{{')) return { kind: 'output', text, name: '', inside };
  const name = NAME.exec(inside)?.[0] ?? '';
  return { kind: 'tag', text, name, inside: inside.slice(name.length).trim() };
}

/** `key="value"` pairs of a tag's arguments. */
export function readParameters(inside: string): Record<string, string> {
  const parameters: Record<string, string> = Object.create(null);
  for (const [, key, double, single, bare] of inside
    .slice(0, 4000)
    .matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g)) {
    parameters[key!] = double ?? single ?? bare ?? '';
  }
  return parameters;
}
