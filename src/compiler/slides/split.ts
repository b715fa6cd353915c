import type { Block, Slide, SlideKind } from '../model.ts';
import { makeAgenda } from './agenda.ts';
import type { Atom } from './atoms.ts';
import { breakIntoSlides } from './break.ts';
import { choose, isSubstance } from './choose.ts';
import { finishSlide, nameSlides } from './finish.ts';
import { setFrontApart } from './front.ts';
import { headingHeight } from './heading.ts';
import { HEADING, ROOM } from './layout.ts';
import { makeAtoms } from './make-atoms.ts';
import { makeOutline, type Topic } from './outline.ts';

export interface SplitContext {
  /** The lesson's title: what stands on the title slide of a page without a `#` heading. */
  title: string;
}

/** Parts a page into slides: what each shows, and what its speaker sees. Nothing of the page is lost. */
export function splitSlides(document: readonly Block[], context: SplitContext): Slide[] {
  const topics = setFrontApart(makeOutline(document, context.title));
  const agenda = makeAgenda(topics);
  return nameSlides(topics.flatMap((topic) => slidesOf(topic, agenda)));
}

/** A topic's slides: the first, and its continuations. */
function slidesOf(topic: Topic, agenda: Block | null): Slide[] {
  const added = topic.kind === 'agenda' && agenda !== null ? [agenda] : [];
  const pieces = choose(topic.blocks, { exercise: topic.exercise, prose: !topic.blocks.some(isSubstance) });
  const atoms: Atom[] = [
    ...added.flatMap((block) => makeAtoms({ whole: block, shown: block, cut: false, leads: false })),
    ...pieces.flatMap(makeAtoms),
  ];
  const room =
    ROOM.height - headingHeight(topic.heading?.inline ?? null) - (topic.heading === null ? 0 : HEADING.after);
  const shares = atoms.length === 0 ? [{ atoms: [], fill: 0 }] : breakIntoSlides(atoms, room);
  return shares.map((share, at) => finishSlide(topic, kindOf(topic), share, at));
}

function kindOf(topic: Topic): SlideKind {
  if (topic.kind === 'title' || topic.kind === 'agenda') return topic.kind;
  if (topic.exercise) return 'exercise';
  return topic.kind === 'section' && topic.blocks.length === 0 ? 'section' : 'content';
}
