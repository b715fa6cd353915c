/**
 * The commands that a shell runs to put what they print into another one (`docker rm $(docker ps -q)`), and those
 * in parentheses of their own; what stands in them again is in their text. Not those between single quotes.
 */
export function findSubstitutions(command: string): string[] {
  const found: string[] = [];
  let quoted = false;
  for (let at = 0; at < command.length; at += 1) {
    const char = command[at];
    if (char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === "'" && !quoted) at = indexAfter(command, "'", at + 1);
    else if (char === '`' || (char === '(' && (!quoted || command[at - 1] === '$'))) {
      const end = char === '`' ? indexAfter(command, '`', at + 1) : closing(command, at);
      found.push(command.slice(at + 1, end));
      at = end;
    }
  }
  return found;
}

function indexAfter(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}
