/**
 * Just enough of the POSIX shell's grammar (XCU 2, "Shell Command Language") to say whether a command is
 * finished at the end of a line or goes on: quotes, substitutions, here-documents, compound commands.
 */

/** Why a command is not finished yet; `null` when it is. */
export type Open = 'backslash' | 'operator' | 'quote' | 'here-document' | 'compound' | null;

const closers: Record<string, string> = {
  for: 'done',
  while: 'done',
  until: 'done',
  select: 'done',
  if: 'fi',
  case: 'esac',
  '{': '}',
};
/** After these a new command begins on the same line. */
const leaders = new Set(['do', 'then', 'else', 'elif', '!', 'time', '{']);

/** Reads a command line by line. */
export class ShellReader {
  private readonly stack: string[] = [];
  private readonly documents: { word: string; tabs: boolean }[] = [];
  private reading = 0;
  private tail: 'backslash' | 'operator' | null = null;
  private commandPosition = true;

  get open(): Open {
    if (this.reading > 0) return 'here-document';
    const top = this.stack.at(-1);
    if (top === '"' || top === "'" || top === '`') return 'quote';
    if (this.tail === 'backslash') return 'backslash';
    if (top !== undefined) return 'compound';
    return this.tail;
  }

  feed(line: string): void {
    if (this.reading > 0) return this.feedDocument(line);
    if (this.tail !== 'backslash') this.commandPosition = true;
    this.tail = null;
    let at = 0;
    while (at < line.length) at = this.step(line, at);
    this.reading = this.documents.length;
  }

  private feedDocument(line: string): void {
    const document = this.documents[0]!;
    const text = document.tabs ? line.replace(/^\t+/, '') : line;
    if (text.trimEnd() !== document.word) return;
    this.documents.shift();
    this.reading = this.documents.length;
  }

  /** Reads one token that begins at `at` and returns where the next one begins. */
  private step(line: string, at: number): number {
    const top = this.stack.at(-1);
    const char = line[at]!;
    if (top === "'") return this.closeAt(line, line.indexOf("'", at));
    if (char === '\\') {
      if (at === line.length - 1) this.tail = 'backslash';
      return at + 2;
    }
    if (top === '"') return this.stepQuoted(line, at);
    if (char === '`') return this.toggle('`', at);
    if (char === '"' || char === "'") return this.push(char, at + 1);
    if (char === '$') return this.stepDollar(line, at);
    if (char === '(') return this.push('(', at + 1, true);
    if (char === ')') return this.stepParenthesis(line, at);
    if (char === '<' && line.startsWith('<<', at)) return this.stepDocument(line, at);
    if (char === '#' && (at === 0 || /[\s;(]/.test(line[at - 1]!))) return line.length;
    if (/[;&|\s]/.test(char)) return this.stepOperator(line, at);
    return this.stepWord(line, at);
  }

  private closeAt(line: string, end: number): number {
    if (end < 0) return line.length;
    this.stack.pop();
    return end + 1;
  }

  private stepQuoted(line: string, at: number): number {
    if (line[at] === '"') return this.closeAt(line, at);
    if (line.startsWith('$(', at)) return this.push('(', at + 2, true);
    return at + 1;
  }

  private toggle(mark: string, at: number): number {
    if (this.stack.at(-1) === mark) this.stack.pop();
    else this.stack.push(mark);
    this.tail = null;
    return at + 1;
  }

  private push(mark: string, next: number, commandPosition = false): number {
    this.stack.push(mark);
    this.commandPosition = commandPosition;
    this.tail = null;
    return next;
  }

  private stepDollar(line: string, at: number): number {
    this.commandPosition = false;
    this.tail = null;
    if (line[at + 1] === '(') return this.push('(', at + 2, true);
    if (line[at + 1] === '{') {
      const end = line.indexOf('}', at);
      return end < 0 ? line.length : end + 1;
    }
    return at + 1;
  }

  /** Behind a `case`'s pattern and behind a function's `()` a command begins. */
  private stepParenthesis(line: string, at: number): number {
    if (this.stack.at(-1) === '(') this.stack.pop();
    this.commandPosition = this.stack.at(-1) === 'esac' || line[at - 1] === '(';
    return at + 1;
  }

  private stepDocument(line: string, at: number): number {
    if (line[at + 2] === '<') return at + 3;
    const match = /^<<(-?)\s*(?:'([^']+)'|"([^"]+)"|\\?([\w.!-]+))/.exec(line.slice(at, at + 200));
    if (match === null) return at + 2;
    this.documents.push({ word: (match[2] ?? match[3] ?? match[4])!, tabs: match[1] === '-' });
    return at + match[0].length;
  }

  private stepOperator(line: string, at: number): number {
    const char = line[at]!;
    if (char === ';') this.commandPosition = true;
    if (char === '|' || char === '&') {
      this.commandPosition = true;
      const double = line[at + 1] === char;
      this.tail = char === '|' || double ? 'operator' : null;
      return double ? at + 2 : at + 1;
    }
    return at + 1;
  }

  private stepWord(line: string, at: number): number {
    let end = at;
    while (end < line.length && !/[\s;&|()<>"'`$\\]/.test(line[end]!)) end += 1;
    if (end === at) end = at + 1;
    const word = line.slice(at, end);
    this.tail = null;
    if (!this.commandPosition) return end;
    if (word === this.stack.at(-1)) this.stack.pop();
    else if (Object.hasOwn(closers, word)) this.stack.push(closers[word]!);
    this.commandPosition = leaders.has(word) || ['while', 'until', 'if'].includes(word);
    return end;
  }
}
