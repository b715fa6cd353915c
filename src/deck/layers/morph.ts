/** Milliseconds that a change of the picture takes: long enough to be followed, short enough not to be waited for. */
const MOVE = 450;
const COUNT = 700;
/** How far away what comes begins, in pixels of the picture. */
const FALL = 60;

/**
 * Exchanges one drawn stack for the next, so that an eye can follow: what stays moves to its new place,
 * what comes falls onto it, what goes fades, and sizes count to their value. Without `animate` it is exchanged.
 *
 * Boxes are the same when their ids are, which drawings make of what the box shows.
 */
export function morph(old: SVGSVGElement, next: SVGSVGElement, animate: boolean): void {
  const before = measureBoxes(old);
  old.replaceWith(next);
  if (!animate) return;
  const own = new Set<string>();
  for (const box of findBoxes(next)) {
    const name = nameOf(box, next);
    own.add(name);
    const known = before.get(name);
    if (!known) letFall(box);
    else {
      moveFrom(box, known.place, next);
      countFrom(box, known.text);
    }
  }
  for (const [name, { box, place }] of before) if (!own.has(name)) fade(box, place, next, old);
}

interface Before {
  box: SVGGElement;
  place: DOMRect;
  text: string;
}

function measureBoxes(svg: SVGSVGElement): Map<string, Before> {
  return new Map(
    findBoxes(svg).map((box) => [
      nameOf(box, svg),
      { box, place: box.getBoundingClientRect(), text: box.textContent ?? '' },
    ]),
  );
}

function findBoxes(svg: SVGSVGElement): SVGGElement[] {
  return [...svg.querySelectorAll<SVGGElement>('g.m-node')];
}

function nameOf(box: SVGGElement, svg: SVGSVGElement): string {
  return box.id.slice(svg.id.length + 1);
}

/** A box keeps its own `transform`; what is animated is added to it. */
function play(box: SVGGElement, frames: Keyframe[], duration = MOVE): Animation {
  return box.animate(frames, { duration, easing: 'cubic-bezier(0.2, 0.8, 0.3, 1)', composite: 'add' });
}

function letFall(box: SVGGElement): void {
  box.animate([{ opacity: 0 }, { opacity: 1 }], { duration: MOVE });
  play(box, [{ transform: `translate(0px, ${-FALL}px)` }, { transform: 'translate(0px, 0px)' }]);
}

function moveFrom(box: SVGGElement, from: DOMRect, svg: SVGSVGElement): void {
  const to = box.getBoundingClientRect();
  const scale = svg.getScreenCTM()?.a || 1;
  const x = (from.x + from.width / 2 - to.x - to.width / 2) / scale;
  const y = (from.y + from.height / 2 - to.y - to.height / 2) / scale;
  const [wide, high] = [from.width / to.width, from.height / to.height];
  const still = [x, y].every((way) => Math.abs(way) < 0.5) && Math.abs(wide - 1) < 0.01;
  if (still || !Number.isFinite(wide * high)) return;
  const start = `translate(${x}px, ${y}px) scale(${wide}, ${high})`;
  play(box, [{ transform: start }, { transform: 'translate(0px, 0px) scale(1, 1)' }]);
}

/** What went stays for a moment where it was, in the new picture's measures. */
function fade(box: SVGGElement, place: DOMRect, svg: SVGSVGElement, old: SVGSVGElement): void {
  const matrix = svg.getScreenCTM()?.inverse();
  const own = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(box.getAttribute('transform') ?? '');
  if (!matrix || !own) return;
  const centre = new DOMPoint(place.x + place.width / 2, place.y + place.height / 2).matrixTransform(matrix);
  box.setAttribute('transform', `translate(${centre.x}, ${centre.y})`);
  box.setAttribute('aria-hidden', 'true');
  // The rules of a kind of box that the new picture has none of went with the old one.
  const style = old.querySelector('style')?.cloneNode(true);
  if (style) svg.prepend(style);
  svg.append(box);
  const end = () => {
    box.remove();
    if (style) (style as Element).remove();
  };
  const leaving = box.animate([{ opacity: 1 }, { opacity: 0 }], { duration: MOVE, fill: 'forwards' });
  leaving.finished.then(end, end);
}

const NUMBER = /^\s*(\d+(?:\.\d+)?)$/;

/** A size that changed counts from what it was, where its unit is the same; the box lights up in any case. */
function countFrom(box: SVGGElement, before: string): void {
  if (box.textContent === before) return;
  light(box);
  const words = before.split(/\s+/);
  for (const part of box.querySelectorAll('tspan.m-text-inner-tspan')) {
    const value = NUMBER.exec(part.textContent ?? '')?.[1];
    const unit = part.nextElementSibling?.textContent?.trim() ?? '';
    const from = words[words.indexOf(unit) - 1];
    if (value === undefined || from === undefined || !NUMBER.test(from)) continue;
    count(part, Number(from), value);
  }
}

function light(box: SVGGElement): void {
  const shape = box.querySelector('rect');
  shape?.animate([{ strokeWidth: '9px' }, { strokeWidth: '2px' }], {
    duration: COUNT * 2,
    easing: 'ease-in',
  });
}

function count(part: Element, from: number, to: string): void {
  const blank = /^\s*/.exec(part.textContent ?? '')![0];
  const digits = to.split('.')[1]?.length ?? 0;
  const begun = performance.now();
  const step = () => {
    const share = Math.min(1, (performance.now() - begun) / COUNT);
    const value = from + (Number(to) - from) * share;
    part.textContent = blank + (share === 1 ? to : value.toFixed(digits));
    if (share < 1 && part.isConnected) requestAnimationFrame(step);
  };
  step();
}
