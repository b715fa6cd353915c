import type { Block, Density } from '../model.ts';
import { stackHeight } from './atoms.ts';
import type { Setting } from './kinds/splitting.ts';
import { atomsOf } from './kinds.ts';
import { GROWN_FILL, TYPE, type Type } from './layout.ts';
import { onSlide } from './make-atoms.ts';

interface Filling {
  /** How much of its room the slide takes in the usual type. */
  fill: number;
  /** Pixels below the heading. */
  room: number;
  inside: Setting['inside'];
}

/** The largest type with which what stands on a slide still leaves some of its room. */
export function densityOf(shown: readonly Block[], { fill, room, inside }: Filling): Density {
  if (fill > 1) return heightIn(TYPE.full, shown, inside, 'least') <= room ? 'full' : 'dense';
  if (fill <= SURELY_SPARSE) return 'sparse';
  const fits = (density: 'sparse' | 'roomy') =>
    fill * LEAST_GROWTH[density] <= GROWN_FILL[density] &&
    heightIn(TYPE[density], shown, inside) <= GROWN_FILL[density] * room;
  if (fits('sparse')) return 'sparse';
  return fits('roomy') ? 'roomy' : 'normal';
}

/** Below this it stays sparse even if each of its lines becomes two. */
const SURELY_SPARSE = GROWN_FILL.sparse / (2 * 1.2);
/** What a slide grows at least, so that most need no measuring. */
const LEAST_GROWTH = { roomy: 1.04, sparse: 1.1 } as const;

/** Pixels that blocks take under each other in a type, pictures as high as they would like to be, or the least. */
export function heightIn(
  type: Type,
  shown: readonly Block[],
  inside: Setting['inside'],
  pictures: 'height' | 'least' = 'height',
): number {
  const setting = onSlide(type, inside);
  return stackHeight(
    shown.flatMap((block) => atomsOf(block, setting)),
    pictures,
  );
}
