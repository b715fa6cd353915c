import { hash } from '../hash.ts';
import type { Block, Slide, SlideKind } from '../model.ts';
import { countWords, textOf } from '../text.ts';
import { type Atom, assemble, type Spoken } from './atoms.ts';
import type { Share } from './break-into-slides.ts';
import { densityOf } from './density.ts';
import type { FittedHeading } from './heading.ts';
import type { Setting } from './kinds/splitting.ts';
import { ROOM } from './layout.ts';
import type { Topic } from './outline.ts';
import { layoutOf, type Steering } from './steering.ts';
import { stepsOf } from './steps.ts';

/** What is known of a slide beside its topic. */
interface SlideParts {
  kind: SlideKind;
  heading: FittedHeading;
  share: Share;
  /** 0 for the topic's first slide. */
  continuation: number;
  steering: Steering;
  inside: Setting['inside'];
}

/** Makes a slide of a topic's share; {@link nameSlides} gives it its id. */
export function makeSlide(topic: Topic, parts: SlideParts): Slide {
  const { kind, heading, share, continuation, steering, inside } = parts;
  const shown = assemble(share.atoms.flatMap((atom) => (atom.part === null ? [] : [shownPart(atom)])));
  const room = ROOM.height - heading.height;
  const said = heading.cut && continuation === 0 && topic.heading !== null ? [topic.heading] : [];
  const spoken = [...said, ...assemble(spokenParts(share.atoms))];
  const title = topic.heading?.inline.text ?? topic.section;
  const head = heading.inline?.text ?? title;
  const body = textOf(shown);
  const words = countWords(body);
  return {
    id: '',
    kind,
    title,
    section: topic.section,
    column: topic.column,
    line: lineOf(shown) ?? topic.line,
    continuation: continuation + (topic.continues ? 1 : 0),
    heading: heading.inline,
    shown,
    spoken,
    density: densityOf(shown, { fill: share.fill, room, inside }),
    layout: kind === 'content' ? layoutOf(steering, shown, { room, words }) : 'plain',
    background: steering.background,
    longTitle: heading.long,
    anchors: continuation === 0 && topic.heading !== null && !topic.continues ? [topic.heading.anchor] : [],
    fill: share.fill,
    steps: stepsOf(shown),
    text: head === '' || body === '' ? head + body : `${head}\n${body}`,
    notes: textOf(spoken),
    words: countWords(head) + words,
  };
}

/** Ids that survive edits elsewhere: after section and heading, and the place among equal ones. */
export function nameSlides(slides: readonly Slide[]): Slide[] {
  const seen = new Map<string, number>();
  return slides.map((slide) => {
    const name = `${slide.kind === 'title' ? '' : slide.section}\n${slide.title}`;
    const place = seen.get(name) ?? 0;
    seen.set(name, place + 1);
    return { ...slide, id: `s-${hash(`${name}\n${place}`)}` };
  });
}

/**
 * What the speaker sees: all that follows from the first thing that was cut or moved, whole and in the page's
 * order, so that it reads as the page does; nothing where the slide says it all.
 */
function spokenParts(atoms: readonly Atom[]): Spoken[] {
  const first = atoms.findIndex((atom) => atom.cut);
  if (first < 0) return [];
  return atoms.slice(first).flatMap((atom) => atom.spoken ?? [shownPart(atom)]);
}

function shownPart(atom: Atom): Spoken {
  return { frames: atom.frames, index: atom.index, part: atom.part!, begins: atom.begins };
}

function lineOf(blocks: readonly Block[]): number | null {
  return blocks[0]?.line ?? null;
}
