import { expect, it } from 'vitest';
import type { Fact, Thing } from '../../engine/engine.ts';
import { collectOwned, type Owned } from './owned.ts';

const made = (thing: Thing): Fact => ({ what: 'made', thing });
const gone = (kind: 'volume' | 'image', name: string): Fact => ({ what: 'gone', kind, name });
const container = (id: string) => made({ kind: 'container', id });
const network = (id: string) => made({ kind: 'network', id });
const volume = (name: string, created = 'then') => made({ kind: 'volume', name, created });
const image = (reference: string, id: string, sure = true): Extract<Thing, { kind: 'image' }> => ({
  ...{ kind: 'image', reference, id, sure },
});
const images = (...things: Thing[]) => things.map(made);

/** What happened, and what of it is still owned. */
const cases: [string, Fact[], Partial<Owned>][] = [
  ['nothing', [], {}],
  [
    'a thing of each kind, once however often it is told',
    [container('c'), network('n'), volume('v'), container('c'), network('n'), volume('v'), container('d')],
    { containers: new Set(['c', 'd']), networks: new Set(['n']), volumes: new Map([['v', 'then']]) },
  ],
  [
    'a volume as it was made last',
    [volume('v'), volume('v', 'later')],
    { volumes: new Map([['v', 'later']]) },
  ],
  [
    'not a volume that went',
    [volume('v'), volume('w'), gone('volume', 'v')],
    { volumes: new Map([['w', 'then']]) },
  ],
  ['a volume that was made anew', [gone('volume', 'v'), volume('v')], { volumes: new Map([['v', 'then']]) }],
  [
    'a volume and an image apart, though they have one name',
    [volume('x'), ...images(image('x', 'i')), gone('image', 'x')],
    { volumes: new Map([['x', 'then']]) },
  ],
  [
    'an image and a volume apart, too',
    [volume('x'), ...images(image('x', 'i')), gone('volume', 'x')],
    { images: [image('x', 'i')] },
  ],
  [
    'an image by name and id: a name that moved on leaves the first',
    images(image('app', 'i'), image('app', 'j'), image('other', 'i'), image('app', 'i')),
    { images: [image('app', 'i'), image('app', 'j'), image('other', 'i')] },
  ],
  [
    'no image under a name that was taken away, whatever its id',
    [...images(image('app', 'i'), image('app', 'j'), image('other', 'i')), gone('image', 'app')],
    { images: [image('other', 'i')] },
  ],
  ['an image in doubt', images(image('app', 'i', false)), { images: [image('app', 'i', false)] }],
  [
    'an image without doubt once it is sure',
    images(image('app', 'i', false), image('app', 'i')),
    { images: [image('app', 'i')] },
  ],
  [
    'an image without doubt that was sure before',
    images(image('app', 'i'), image('app', 'i', false)),
    { images: [image('app', 'i')] },
  ],
  [
    'the doubt of one image, though another has its name or its id for sure',
    images(image('app', 'i', false), image('app', 'j'), image('other', 'i')),
    { images: [image('app', 'i', false), image('app', 'j'), image('other', 'i')] },
  ],
];

it.each(cases)('of what happened it keeps %s', (_, facts, owned) => {
  const nothing = { containers: new Set(), networks: new Set(), volumes: new Map(), images: [] };
  expect(collectOwned(facts)).toEqual({ ...nothing, ...owned });
});
