/** A word of a command line, or what stands between two: `|`, `&&`, `>`, an end of line. */
export interface Token {
  kind: 'word' | 'operator';
  text: string;
}

const operator = /^(?:\d*>>?&?\d*|&>|<<<|<<-?|<(?!\()|\|\|?|&&?|;|\n)/;

/** The words and operators of a command line, in order; quotes are taken off, nothing is expanded. */
export function* readTokens(command: string): Generator<Token> {
  const text = joinPlaceholders(command.replace(/\\[ \t]*\n/g, ' '));
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 8);
    const blank = /^[ \t]+/.exec(rest);
    if (blank) at += blank[0].length;
    else if (rest[0] === '#' && (at === 0 || /\s/.test(text[at - 1]!))) at = lineEnd(text, at);
    else {
      const match = operator.exec(rest);
      const end = match ? at + match[0].length : wordEnd(text, at);
      if (match) yield { kind: 'operator', text: operatorName(match[0]) };
      else yield { kind: 'word', text: unquote(text.slice(at, end)) };
      at = end;
    }
  }
}

/** `<container id>` is one word that the learner fills in, not a redirection. */
function joinPlaceholders(text: string): string {
  return text.replace(
    /<([A-Za-z][^<>\n|&;]{0,60}[^<>\s|&;])>/g,
    (_, name: string) => `‹${name.replace(/\s/g, '_')}›`,
  );
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function operatorName(text: string): string {
  if (text.includes('>')) return /&\d$/.test(text) ? '>&' : '>';
  if (text.startsWith('<<')) return '<<';
  return text;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  let depth = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '\\') at += 1;
    else if (char === "'" || char === '"') at = quoteEnd(text, at);
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (depth <= 0 && /[\s;&|<>]/.test(char)) break;
    at += 1;
  }
  return Math.max(at, from + 1);
}

/** Where the quote that begins at `from` ends; the text's end when it never does. */
function quoteEnd(text: string, from: number): number {
  const quote = text[from]!;
  let at = from + 1;
  while (at < text.length && text[at] !== quote) at += quote === '"' && text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length - 1);
}

function unquote(word: string): string {
  if (!/['"\\]/.test(word)) return word;
  return word.replace(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs,
    (_, single, double, escaped) => single ?? double ?? escaped,
  );
}
