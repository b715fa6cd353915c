import type { Block, Slide, SlideKind, Step } from '../model.ts';
import { countWords, textOf } from '../text.ts';
import { makeAgenda } from './agenda.ts';
import type { Atom } from './atoms.ts';
import { breakIntoSlides, type Share } from './break-into-slides.ts';
import { all, type Chosen, choose, isSubstance } from './choose.ts';
import { type FittedHeading, fitHeading } from './heading.ts';
import type { Setting } from './kinds/splitting.ts';
import { OPENING, ROOM } from './layout.ts';
import { fittingAtoms } from './make-atoms.ts';
import { makeSlide, nameSlides } from './make-slide.ts';
import { makeOutline, type Topic } from './outline.ts';
import { areLow, arrange, readSteering } from './steering.ts';
import { setTitleApart } from './title-slide.ts';

interface SplitContext {
  /** The lesson's title: what stands on the title slide of a page without a `#` heading. */
  title: string;
  /** Those of the page: they say which commands are typed inside a program. */
  steps: readonly Step[];
}

/** Parts a page into slides: what each shows, and what its speaker sees. Nothing of the page is lost. */
export function splitSlides(document: readonly Block[], context: SplitContext): Slide[] {
  const topics = setTitleApart(makeOutline(document, context.title));
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
  const chosen = [
    ...added,
    ...choose(blocks, { exercise: topic.exercise, prose: !blocks.some(isSubstance) }),
  ];
  const kind = steering.kind ?? kindOf(topic, opens && isLead(topic, chosen));
  const { heading, shares } = share(topic, kind, (room) =>
    chosen.flatMap((one) => fittingAtoms(one, room, inside)),
  );
  return shares.map((one, at) =>
    makeSlide(topic, { kind, heading, share: one, continuation: at, steering, inside }),
  );
}

interface Setup {
  inside: Setting['inside'];
  /** Slides with headings of their own follow in its section. */
  opens: boolean;
}

/**
 * Parts a topic under its heading. One of several slides says which it is, beside its heading: where that takes a
 * line more, what stands below is parted again.
 */
function share(
  topic: Topic,
  kind: SlideKind,
  atomsIn: (room: number) => Atom[],
): { heading: FittedHeading; shares: Share[] } {
  const headed = (parts: number) => fitHeading(topic.heading?.inline ?? null, kind, parts);
  const alone = headed(topic.continues ? 2 : 1);
  const shares = partIn(ROOM.height - alone.height, atomsIn);
  if (shares.length === 1) return { heading: alone, shares };
  const heading = headed(shares.length);
  if (heading.height === alone.height) return { heading, shares };
  return { heading, shares: partIn(ROOM.height - heading.height, atomsIn) };
}

function partIn(room: number, atomsIn: (room: number) => Atom[]): Share[] {
  const atoms = atomsIn(room);
  return atoms.length === 0 ? [{ atoms: [], fill: 0 }] : breakIntoSlides(atoms, room);
}

function kindOf(topic: Topic, isOpening: boolean): SlideKind {
  if (topic.kind === 'title' || topic.kind === 'agenda') return topic.kind;
  if (topic.kind === 'section' && (topic.blocks.length === 0 || isOpening)) return 'section';
  return topic.exercise ? 'exercise' : 'content';
}

/** A sentence or two, which can stand under a section's name. */
function isLead(topic: Topic, chosen: readonly Chosen[]): boolean {
  const shown = chosen.flatMap((one) => (one.shown === null ? [] : [one.shown]));
  const heading = fitHeading(topic.heading?.inline ?? null, 'section');
  const face = { size: OPENING.lead, width: OPENING.sectionWidth };
  return areLow(shown, face, ROOM.height - heading.height) && countWords(textOf(shown)) <= LEAD;
}

/** Words that may stand under a section's name. */
const LEAD = 30;
