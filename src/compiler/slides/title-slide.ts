import type { Inline } from '../model.ts';
import { countWords } from '../text.ts';
import { choose } from './choose.ts';
import { fitHeading } from './heading.ts';
import { BLOCK_GAP, OPENING, ROOM, TEXT } from './layout.ts';
import { countLines } from './measure.ts';
import { isNavigation } from './navigation.ts';
import { forSpeaker, type Topic } from './outline.ts';

/** Words that may stand under the title. */
const LEAD = 30;

/**
 * The title slide holds the title and a sentence or two; what else stands before the first section gets slides
 * of its own, under the same heading. Beside an agenda there is room for nothing.
 */
export function setTitleApart(topics: readonly Topic[]): Topic[] {
  const title = topics[0]?.heading ?? null;
  return topics.flatMap((topic) => {
    if (topic.kind !== 'title' && topic.kind !== 'agenda') return [topic];
    const count =
      topic.kind === 'title' ? leadLength(topic) : topic.blocks.findIndex((block) => !isNavigation(block));
    if (topic.kind === 'agenda' && count < 0) return [{ ...topic, blocks: topic.blocks.map(forSpeaker) }];
    if (count < 0 || count >= topic.blocks.length) return [topic];
    const rest = topic.blocks.slice(count);
    const line = rest[0]!.line;
    const beside = topic.blocks.slice(0, count);
    const own: Topic = { ...topic, blocks: topic.kind === 'agenda' ? beside.map(forSpeaker) : beside };
    const attributes = { id: null, classes: [], values: {} };
    return [own, { ...topic, kind: 'slide', heading: title, attributes, line, blocks: rest }];
  });
}

/** How many of the blocks under a title can stand there: short prose, and what never stands on a slide. */
function leadLength(topic: Topic): number {
  let words = 0;
  let height = fitHeading(topic.heading?.inline ?? null, 'title').height;
  let count = 0;
  for (const chosen of choose(topic.blocks, { exercise: false, prose: true })) {
    if (chosen.shown !== null && chosen.shown.kind !== 'paragraph') break;
    if (chosen.leads) break;
    if (chosen.shown !== null) {
      words += countWords(chosen.shown.inline.text);
      height += leadHeight(chosen.shown.inline);
    }
    if (words > LEAD || height > ROOM.height) break;
    count += 1;
  }
  return count;
}

function leadHeight(inline: Inline): number {
  return countLines(inline, OPENING.leadWidth, OPENING.lead) * OPENING.lead * TEXT.line + BLOCK_GAP;
}
