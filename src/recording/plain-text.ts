/**
 * What stands on a terminal after it has printed `output`, as plain lines: colours gone, progress bars at
 * their last state. Lines are as long as they were printed; the screen has no bottom. Cursor movements as in
 * ECMA-48 (CUU, CUD, CUF, CUB, CHA, ED, EL); other sequences are left out.
 */
export function renderPlainText(output: string): string {
  const screen = new Screen();
  let at = 0;
  SEQUENCE.lastIndex = 0;
  for (let found = SEQUENCE.exec(output); found; found = SEQUENCE.exec(output)) {
    screen.print(output.slice(at, found.index));
    at = SEQUENCE.lastIndex;
    if (found[3] !== undefined) screen.control(found[3]);
    else if (found[2] !== undefined) screen.move(found[2], Number(found[1] || Number.NaN));
  }
  screen.print(output.slice(at));
  return screen.toString();
}

/**
 * CSI with its first parameter and final byte; OSC, DCS and their like; short escapes; control characters. What is
 * longer than any program's parameters is no CSI.
 */
const SEQUENCE =
  /\x1b(?:\[[<=>?]?(\d{0,9})[0-?]{0,64}[ -/]{0,8}([@-~])|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|([\x00-\x1f\x7f])/g;

const TAB = 8;
/** Further than this no program moves in earnest; a hostile one would have us fill the memory. */
const FARTHEST = 1_000;
/** A line feed without a carriage return goes straight down, as far as a wide terminal reaches. */
const WIDEST = 256;
/** Places on the screen that are kept: what comes after that is left out. */
const MOST_PLACES = 4_000_000;

interface Line {
  characters: string[];
  /** Up to here there are only blanks. */
  blank: number;
}

class Screen {
  private readonly lines: Line[] = [{ characters: [], blank: 0 }];
  private row = 0;
  private column = 0;
  private places = 0;

  print(text: string): void {
    if (text === '') return;
    const { characters } = this.line();
    const before = characters.length;
    if (this.places + Math.max(0, this.column + text.length - before) > MOST_PLACES) return;
    this.line().blank = Math.min(this.line().blank, this.column);
    while (characters.length < this.column) characters.push(' ');
    for (const character of text) characters[this.column++] = character;
    this.places += characters.length - before;
  }

  control(character: string): void {
    if (character === '\n') this.feed();
    else if (character === '\r') this.column = 0;
    else if (character === '\b') this.column = Math.max(0, this.column - 1);
    else if (character === '\t' && this.column < FARTHEST) this.column += TAB - (this.column % TAB);
  }

  move(final: string, parameter: number): void {
    const count = Math.min(Math.max(1, parameter || 1), FARTHEST);
    if (final === 'A') this.goto(Math.max(0, this.row - count));
    else if (final === 'B') this.goto(this.row + Math.min(count, this.lines.length - 1 - this.row));
    else if (final === 'C') this.column = Math.max(this.column, Math.min(this.column + count, FARTHEST));
    else if (final === 'D') this.column = Math.max(0, this.column - count);
    else if (final === 'G') this.column = count - 1;
    else if (final === 'K') this.eraseLine(parameter || 0);
    else if (final === 'J') this.eraseScreen(parameter || 0);
  }

  toString(): string {
    return this.lines
      .map(({ characters }) => characters.join('').trimEnd())
      .join('\n')
      .replace(/\n+$/, '');
  }

  private line(): Line {
    return this.lines[this.row]!;
  }

  private feed(): void {
    if (this.places >= MOST_PLACES) return;
    this.places++;
    if (this.column > WIDEST) this.column = 0;
    this.goto(this.row + 1);
  }

  private goto(row: number): void {
    this.row = row;
    while (this.lines.length <= row) this.lines.push({ characters: [], blank: 0 });
  }

  private eraseLine(part: number): void {
    const line = this.line();
    const { characters } = line;
    if (part === 0) characters.length = Math.min(characters.length, this.column);
    else if (part >= 2) characters.length = 0;
    else {
      const end = Math.min(this.column + 1, characters.length);
      if (end > line.blank) characters.fill(' ', line.blank, end);
      line.blank = Math.max(line.blank, end);
    }
    line.blank = Math.min(line.blank, characters.length);
  }

  private eraseScreen(part: number): void {
    if (part === 0) {
      this.eraseLine(0);
      this.lines.length = this.row + 1;
    } else if (part >= 2) {
      this.lines.splice(0, this.lines.length, { characters: [], blank: 0 });
      this.row = 0;
    }
  }
}
