import type { Block, CommandEntry, TranscriptEntry } from '../model.ts';
import { withOutput, withText } from '../squeeze.ts';
import { mapBlocks } from '../walk.ts';
import { CARD, ROOM, TRANSCRIPT } from './layout.ts';
import { entryHeight } from './measure-code.ts';
import { ELISION } from './shorten.ts';

/** Shortens what is too tall in a block's transcripts: outputs first, then commands. The notes have all of it. */
export function trimTranscripts(block: Block, room: number): Block {
  const limit = room - 2 * CARD.padding - TRANSCRIPT.where;
  const [trimmed] = mapBlocks([block], (one) =>
    one.kind === 'transcript'
      ? { ...one, entries: one.entries.map((entry) => trimEntry(entry, limit)) }
      : one,
  );
  return trimmed!;
}

function trimEntry(entry: TranscriptEntry, limit: number): TranscriptEntry {
  if (entryHeight(entry, ROOM.width).dense <= limit) return entry;
  if (entry.kind === 'output') {
    return withText(
      entry,
      longest(entry.text, (text) => isLow(withText(entry, text), limit)),
    );
  }
  return entry.kind === 'command' ? trimCommand(entry, limit) : entry;
}

function trimCommand(entry: CommandEntry, limit: number): CommandEntry {
  const output =
    entry.output === '' ? '' : longest(entry.output, (text) => isLow(withOutput(entry, text), limit));
  const shorter = withOutput(entry, output);
  if (isLow(shorter, limit)) return shorter;
  return { ...shorter, command: longest(entry.command, (command) => isLow({ ...shorter, command }, limit)) };
}

function isLow(entry: TranscriptEntry, limit: number): boolean {
  return entryHeight(entry, ROOM.width).dense <= limit;
}

/** As many of the first lines as fit, with a mark that there are more; at least one. */
function longest(text: string, fits: (text: string) => boolean): string {
  const lines = text.split('\n').slice(0, MOST);
  for (let count = lines.length - 1; count > 1; count -= 1) {
    const shorter = [...lines.slice(0, count), ELISION].join('\n');
    if (fits(shorter)) return shorter;
  }
  return `${lines[0]!.slice(0, WIDEST)}\n${ELISION}`;
}

/** No slide shows more lines, nor longer ones. */
const MOST = 60;
const WIDEST = 400;
