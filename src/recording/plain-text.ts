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

/** CSI with its first parameter and final byte; OSC, DCS and their like; short escapes; control characters. */
const SEQUENCE =
  /\x1b(?:\[[<=>?]?(\d*)[0-?]*[ -/]*([@-~])|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|([\x00-\x1f\x7f])/g;

const TAB = 8;
/** Further than this no program moves in earnest; a hostile one would have us fill the memory. */
const FARTHEST = 1_000;

class Screen {
  private readonly lines: string[][] = [[]];
  private row = 0;
  private column = 0;

  print(text: string): void {
    if (text === '') return;
    const line = this.line();
    while (line.length < this.column) line.push(' ');
    for (const character of text) line[this.column++] = character;
  }

  control(character: string): void {
    if (character === '\n') this.goto(this.row + 1);
    else if (character === '\r') this.column = 0;
    else if (character === '\b') this.column = Math.max(0, this.column - 1);
    else if (character === '\t') this.column += TAB - (this.column % TAB);
  }

  move(final: string, parameter: number): void {
    const count = Math.min(Math.max(1, parameter || 1), FARTHEST);
    if (final === 'A') this.goto(Math.max(0, this.row - count));
    else if (final === 'B') this.goto(this.row + Math.min(count, this.lines.length - 1 - this.row));
    else if (final === 'C') this.column = Math.min(this.column + count, FARTHEST);
    else if (final === 'D') this.column = Math.max(0, this.column - count);
    else if (final === 'G') this.column = count - 1;
    else if (final === 'K') this.eraseLine(parameter || 0);
    else if (final === 'J') this.eraseScreen(parameter || 0);
  }

  toString(): string {
    return this.lines
      .map((line) =>
        Array.from(line, (character) => character ?? ' ')
          .join('')
          .trimEnd(),
      )
      .join('\n')
      .replace(/\n+$/, '');
  }

  private line(): string[] {
    return this.lines[this.row] ?? [];
  }

  private goto(row: number): void {
    this.row = row;
    while (this.lines.length <= row) this.lines.push([]);
  }

  private eraseLine(part: number): void {
    const line = this.line();
    if (part === 0) line.length = Math.min(line.length, this.column);
    else
      for (let at = 0; at < (part === 1 ? Math.min(this.column + 1, line.length) : line.length); at++)
        line[at] = ' ';
  }

  private eraseScreen(part: number): void {
    if (part === 0) {
      this.eraseLine(0);
      this.lines.length = this.row + 1;
    } else if (part >= 2) {
      this.lines.splice(0, this.lines.length, []);
      this.row = 0;
    }
  }
}
