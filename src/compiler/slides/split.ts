import type { Block, Slide, SlideKind, Step } from '../model.ts';
import { makeAgenda } from './agenda.ts';
import type { Setting } from './block-height.ts';
import { breakIntoSlides, type Share } from './break.ts';
import { all, choose, isSubstance, type Piece } from './choose.ts';
import { finishSlide, nameSlides } from './finish.ts';
import { fittingAtoms } from './fit.ts';
import { setFrontApart } from './front.ts';
import { fitHeading } from './heading.ts';
import { ROOM } from './layout.ts';
import { makeOutline, type Topic } from './outline.ts';

export interface SplitContext {
  /** The lesson's title: what stands on the title slide of a page without a `#` heading. */
  title: string;
  /** Those of the page: they say which commands are typed inside a program. */
  steps: readonly Step[];
}

/** Parts a page into slides: what each shows, and what its speaker sees. Nothing of the page is lost. */
export function splitSlides(document: readonly Block[], context: SplitContext): Slide[] {
  const topics = setFrontApart(makeOutline(document, context.title));
  const agenda = makeAgenda(topics);
  const opener = new Map(context.steps.map((step) => [step.id, step.inside]));
  const inside = (step: string) => opener.get(step) ?? null;
  return nameSlides(topics.flatMap((topic) => slidesOf(topic, agenda, inside)));
}

/** A topic's slides: the first, and its continuations. */
function slidesOf(topic: Topic, agenda: Block | null, inside: Setting['inside']): Slide[] {
  const added = topic.kind === 'agenda' && agenda !== null ? [all(agenda)] : [];
  const chosen = choose(topic.blocks, { exercise: topic.exercise, prose: !topic.blocks.some(isSubstance) });
  const pieces = [...added, ...chosen];
  const alone = share(topic, pieces, inside, topic.continues ? 2 : 1);
  const parts = alone.shares.length;
  const { kind, heading, shares } = parts > 1 ? share(topic, pieces, inside, parts) : alone;
  return shares.map((one, at) => finishSlide(topic, { kind, heading, share: one, continuation: at }));
}

/** Parts a topic under its heading. `parts`: that says which slide of how many it is, which takes room. */
function share(topic: Topic, pieces: readonly Piece[], inside: Setting['inside'], parts: number) {
  const kind = kindOf(topic);
  const heading = fitHeading(topic.heading?.inline ?? null, kind, parts);
  const room = ROOM.height - heading.height;
  const atoms = pieces.flatMap((piece) => fittingAtoms(piece, room, inside));
  const shares: Share[] = atoms.length === 0 ? [{ atoms: [], fill: 0 }] : breakIntoSlides(atoms, room);
  return { kind, heading, shares };
}

function kindOf(topic: Topic): SlideKind {
  if (topic.kind === 'title' || topic.kind === 'agenda') return topic.kind;
  if (topic.exercise) return 'exercise';
  return topic.kind === 'section' && topic.blocks.length === 0 ? 'section' : 'content';
}
