import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../../src/compiler/compile.ts';
import { renderDeck } from '../../../src/compiler/html/deck.ts';
import { nothingAround } from '../../../src/compiler/slides/slides.fixture.ts';
import { plainOptions } from '../../corpus/render-options.ts';

const folder = import.meta.dirname;

it('a small page compiles to the deck that was read and found good', async () => {
  const text = readFileSync(join(folder, 'small.md'), 'utf8');
  const lesson = compile({ path: 'small.md', text }, nothingAround);
  await expect(renderDeck(lesson, plainOptions)).toMatchFileSnapshot(join(folder, 'small.html'));
});
