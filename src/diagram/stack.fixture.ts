import fc from 'fast-check';
import type { LayerStack } from './layer-stack.ts';

const nasty = fc.constantFrom(
  '"',
  '["x"]',
  'end',
  '`a`',
  '<b>',
  '**x**',
  '1. a',
  '#35;',
  '漢字 ñ',
  '\\',
  '%%',
  '',
);
const name = fc.oneof(fc.string({ maxLength: 200, unit: 'binary' }), nasty);
const size = fc.option(fc.nat({ max: 2 ** 40 }), { nil: null });
const layer = fc.record({ id: fc.oneof(fc.constantFrom('a', 'b', 'c', 'd'), name), made: name, size });

/** Any stack at all, with names that try to break out of their labels. */
export const anyStack: fc.Arbitrary<LayerStack> = fc
  .record({
    title: name,
    images: fc.array(
      fc.record({ name, layers: fc.option(fc.array(layer, { maxLength: 45 }), { nil: null }) }),
      { minLength: 1, maxLength: 9 },
    ),
    on: fc.array(fc.record({ name, image: fc.nat(), size }), { maxLength: 15 }),
    live: fc.boolean(),
  })
  .map(({ on, ...stack }) => ({
    ...stack,
    containers: on.map((container) => ({
      ...container,
      image: stack.images[container.image % stack.images.length]!.name,
    })),
  }));
