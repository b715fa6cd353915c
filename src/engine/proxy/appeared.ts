import { sameImage } from '../../diagram/image-names.ts';
import type { EngineImage } from '../container-engine.ts';
import type { Fact, Known } from './facts.ts';

/** What a call asked for and what its answer told: by that one knows which images are its own. */
export interface Claim {
  /** Names that it asked for; `null` where they can't be read, and any may be. */
  asked: readonly string[] | null;
  /** Names that the answer tells. */
  references: readonly string[];
  /** Ids that the answer tells, or their beginnings. */
  ids: readonly string[];
  /** Beginnings of ids that a build passed through: what has no name of them was left on its way. */
  layers?: readonly string[];
  /** `without`: it failed, or there was nothing to do. `unknown`: it was cut off, or its end can't be read. */
  ending: 'well' | 'without' | 'unknown';
}

type Made = Extract<Fact, { what: 'made' }>;

/** Docker's API takes a pull without a tag as one of all the tags that a repository has. */
export const ALL_TAGS = ':*';

/**
 * The images that appeared and are the call's, surely or perhaps. A name that was there before is the user's
 * own, but for one that a call of ours gave: a second build moves it on, and leaves its first image without a
 * name.
 */
export function findNewImages(
  before: readonly EngineImage[],
  after: readonly EngineImage[],
  known: Known,
  claim: Claim,
): Made[] {
  const earlier = new Map(before.flatMap(({ id, tags }) => tags.map((tag) => [tag, id] as const)));
  const had = new Set(before.map(({ id }) => id));
  const lonely = new Set(before.filter(({ tags }) => tags.length === 0).map(({ id }) => id));
  const isFresh = (tag: string, id: string) => {
    const owner = earlier.get(tag);
    return owner !== id && !known.owns(tag, id) && (owner === undefined || known.owns(tag, owner));
  };
  return after.flatMap(({ id, tags, digests }) => {
    const fresh = tags.filter((tag) => isFresh(tag, id)).map((tag) => judge(claim, id, tag, [tag]));
    const nameless = tags.length === 0 && !had.has(id) ? [judge(claim, id, id, digests)] : [];
    const made = [...fresh, ...nameless].filter((one) => one !== null);
    // With the only name that it has, the image would go, and it was there before.
    return lonely.has(id)
      ? made.map(({ thing }) => ({ what: 'made', thing: { ...thing, sure: false } }))
      : made;
  });
}

export function makeImage(reference: string, id: string, sure = true): Made {
  return { what: 'made', thing: { kind: 'image', reference, id, sure } };
}

/**
 * Whose an image is that goes by this reference and has these names. What was asked for is surely the call's
 * when the answer tells its id, or ended well and told none; a name alone somebody else may have given
 * meanwhile. `null`: not the call's.
 */
function judge(claim: Claim, id: string, reference: string, names: readonly string[]): Made | null {
  const { asked, references, ids, layers = [], ending } = claim;
  const isIn = (list: readonly string[]) => list.some((one) => names.some((name) => isNamed(one, name)));
  const isAsked = asked === null ? names.length > 0 : isIn(asked);
  const isOneOf = (list: readonly string[]) =>
    list.some((one) => withoutKind(id).startsWith(withoutKind(one)));
  const isLeft = reference === id && isOneOf([...ids, ...layers]);
  if (isIn(references) || isLeft || (isAsked && isOneOf(ids))) return makeImage(reference, id);
  if (!isAsked || ending === 'without') return null;
  return makeImage(reference, id, ending === 'well' && ids.length === 0);
}

/** Whether what was asked for is this name; Podman writes short ones in full. */
function isNamed(asked: string, tag: string): boolean {
  if (asked.endsWith(ALL_TAGS))
    return sameImage(asked.slice(0, -ALL_TAGS.length), tag.replace(/:[^/:@]+$/, ''));
  return sameImage(asked, tag) || (tag.startsWith('localhost/') && sameImage(`localhost/${asked}`, tag));
}

function withoutKind(id: string): string {
  return id.replace(/^sha256:/, '');
}
