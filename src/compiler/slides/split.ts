import type { Block, Slide, SlideKind, Step } from '../model.ts';
import { makeAgenda } from './agenda.ts';
import type { Setting } from './block-height.ts';
import { breakIntoSlides } from './break.ts';
import { all, choose, isSubstance } from './choose.ts';
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
  const kind = kindOf(topic);
  const heading = fitHeading(topic.heading?.inline ?? null, kind);
  const room = ROOM.height - heading.height;
  const added = topic.kind === 'agenda' && agenda !== null ? [all(agenda)] : [];
  const chosen = choose(topic.blocks, { exercise: topic.exercise, prose: !topic.blocks.some(isSubstance) });
  const atoms = [...added, ...chosen].flatMap((piece) => fittingAtoms(piece, room, inside));
  const shares = atoms.length === 0 ? [{ atoms: [], fill: 0 }] : breakIntoSlides(atoms, room);
  return shares.map((share, at) => finishSlide(topic, { kind, heading, share, continuation: at }));
}

function kindOf(topic: Topic): SlideKind {
  if (topic.kind === 'title' || topic.kind === 'agenda') return topic.kind;
  if (topic.exercise) return 'exercise';
  return topic.kind === 'section' && topic.blocks.length === 0 ? 'section' : 'content';
}
