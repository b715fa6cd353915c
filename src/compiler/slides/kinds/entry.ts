import type { CommandEntry, TranscriptEntry } from '../../model.ts';
import { withOutput, withText } from '../../squeeze.ts';
import { columnsIn, roomBetween, sizeFor, widestLine, wrappedLines } from '../columns.ts';
import { CARD, DENSE_CODE, NARROW, TRANSCRIPT, TYPE, type Type } from '../layout.ts';

/** Stands where lines were left out. */
export const ELISION = '[…]';

type Sizes = Pick<Type, 'code' | 'output'>;

/** Heights in pixels of one entry of a transcript in a card this wide: in this type, and on a dense slide. */
export function entryHeight(
  entry: TranscriptEntry,
  width: number,
  type: Type = TYPE.normal,
): { least: number; dense: number } {
  return { least: heightIn(entry, width, type), dense: heightIn(entry, width, DENSE_CODE) };
}

function heightIn(entry: TranscriptEntry, width: number, sizes: Sizes): number {
  switch (entry.kind) {
    case 'command':
      return commandHeight(entry, width, sizes) + outputHeight(entry.squeezed ?? entry.output, width, sizes);
    case 'output':
      return outputHeight(entry.squeezed ?? entry.text, width, sizes);
    case 'comment':
      return (
        wrappedLines(entry.text, columnsIn(width - 2 * CARD.padding, sizes.code)) * sizes.code * CARD.line
      );
    case 'prompt':
      return sizes.code * CARD.line;
  }
}

/** Prompt and command wrap together, beside the run button where there is one. */
function commandHeight(entry: CommandEntry, width: number, { code }: Sizes): number {
  const size = width <= NARROW.width ? Math.min(NARROW.code, code) : code;
  const button = entry.step === null ? 0 : TRANSCRIPT.run + TRANSCRIPT.runGap;
  const columns = columnsIn(width - 2 * CARD.padding - button, size);
  const lines = wrappedLines(`${entry.prompt} ${entry.command}`.trimStart(), columns);
  return Math.max(TRANSCRIPT.row, lines * size * CARD.line + 2 * TRANSCRIPT.rowPadding);
}

/** The height of an output in a transcript's card of this width, with the space above it. */
function outputHeight(text: string, width: number, sizes: Sizes): number {
  if (text === '') return 0;
  const widest = widestLine(text);
  const { output } = sizeFor(widest, width, sizes);
  const size = width <= NARROW.width ? Math.min(NARROW.output, output) : output;
  const room = columnsIn(roomBetween(widest, width), size);
  return TRANSCRIPT.outputGap + wrappedLines(text, room) * size * CARD.line;
}

/** As much of an entry as stands in so many pixels of a dense slide: its output is cut first, then its command. */
export function trimEntry(entry: TranscriptEntry, width: number, limit: number): TranscriptEntry {
  const fits = (one: TranscriptEntry) => entryHeight(one, width).dense <= limit;
  if (fits(entry)) return entry;
  if (entry.kind === 'output') return longest(entry.text, (text) => withText(entry, text), fits);
  if (entry.kind !== 'command') return entry;
  const shorter =
    entry.output === '' ? entry : longest(entry.output, (output) => withOutput(entry, output), fits);
  if (fits(shorter)) return shorter;
  return longest(entry.command, (command) => ({ ...shorter, command }), fits);
}

/** With as many of the first lines of a text as fit, and a mark that there are more; at least one. */
function longest<Entry>(text: string, make: (text: string) => Entry, fits: (entry: Entry) => boolean): Entry {
  const lines = text.split('\n').slice(0, MOST);
  for (let count = lines.length - 1; count > 1; count -= 1) {
    const shorter = make([...lines.slice(0, count), ELISION].join('\n'));
    if (fits(shorter)) return shorter;
  }
  return make(`${lines[0]!.slice(0, WIDEST)}\n${ELISION}`);
}

/** No slide shows more lines, nor longer ones. */
const MOST = 60;
const WIDEST = 400;
