import type { Block, Slide, SlideKind, Step } from '../model.ts';
import { countWords, textOf } from '../text.ts';
import { makeAgenda } from './agenda.ts';
import type { Setting } from './block-height.ts';
import { breakIntoSlides, type Share } from './break.ts';
import { all, choose, isSubstance, type Piece } from './choose.ts';
import { finishSlide, nameSlides } from './finish.ts';
import { fittingAtoms } from './fit.ts';
import { setFrontApart } from './front.ts';
import { fitHeading } from './heading.ts';
import { OPENING, ROOM } from './layout.ts';
import { makeOutline, type Topic } from './outline.ts';
import { areLow, arrange, readSteering } from './steering.ts';

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
  return nameSlides(
    topics.flatMap((topic, at) => slidesOf(topic, agenda, { inside, opens: opensSection(topics, at) })),
  );
}

function opensSection(topics: readonly Topic[], at: number): boolean {
  const next = topics[at + 1];
  return next?.kind === 'slide' && !next.continues && next.column === topics[at]!.column;
}

/** A topic's slides: the first, and its continuations. */
function slidesOf(topic: Topic, agenda: Block | null, { inside, opens }: Setup): Slide[] {
  const steering = readSteering(topic.attributes);
  const blocks = arrange(topic, steering);
  const added = topic.kind === 'agenda' && agenda !== null ? [all(agenda)] : [];
  const chosen = choose(blocks, { exercise: topic.exercise, prose: !blocks.some(isSubstance) });
  const pieces = [...added, ...chosen];
  const kind = steering.kind ?? kindOf(topic, opens && isLead(topic, pieces));
  const alone = share(topic, pieces, kind, { inside, parts: topic.continues ? 2 : 1 });
  const parts = alone.shares.length;
  const { heading, shares } = parts > 1 ? share(topic, pieces, kind, { inside, parts }) : alone;
  return shares.map((one, at) =>
    finishSlide(topic, { kind, heading, share: one, continuation: at, steering, inside }),
  );
}

interface Setup {
  inside: Setting['inside'];
  /** Slides with headings of their own follow in its section. */
  opens: boolean;
}

/** Parts a topic under its heading. `parts`: that says which slide of how many it is, which takes room. */
function share(
  topic: Topic,
  pieces: readonly Piece[],
  kind: SlideKind,
  { inside, parts }: { inside: Setting['inside']; parts: number },
) {
  const heading = fitHeading(topic.heading?.inline ?? null, kind, parts);
  const room = ROOM.height - heading.height;
  const atoms = pieces.flatMap((piece) => fittingAtoms(piece, room, inside));
  const shares: Share[] = atoms.length === 0 ? [{ atoms: [], fill: 0 }] : breakIntoSlides(atoms, room);
  return { heading, shares };
}

function kindOf(topic: Topic, isOpening: boolean): SlideKind {
  if (topic.kind === 'title' || topic.kind === 'agenda') return topic.kind;
  if (topic.kind === 'section' && (topic.blocks.length === 0 || isOpening)) return 'section';
  return topic.exercise ? 'exercise' : 'content';
}

/** A sentence or two, which can stand under a section's name. */
function isLead(topic: Topic, pieces: readonly Piece[]): boolean {
  const shown = pieces.flatMap((piece) => (piece.shown === null ? [] : [piece.shown]));
  const heading = fitHeading(topic.heading?.inline ?? null, 'section');
  const face = { size: OPENING.lead, width: OPENING.sectionWidth };
  return countWords(textOf(shown)) <= LEAD && areLow(shown, face, ROOM.height - heading.height);
}

/** Words that may stand under a section's name. */
const LEAD = 30;
