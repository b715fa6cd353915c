import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courses } from './goldens/courses.ts';
import { expectGolden, view } from './goldens/expect.ts';
import { iesgn } from './goldens/iesgn.ts';
import { tutorials } from './goldens/tutorials.ts';
import { compileFile, corpus } from './pages.ts';

/** The list of hard places, which lies with the pages: `12. **folder/page.md:34** …`. */
const list = join(corpus, 'goldens.md');
const goldens = [...iesgn, ...courses, ...tutorials].sort((a, b) => a.number - b.number);

describe.skipIf(!existsSync(list))('the hardest places of real pages', () => {
  it('has facts for each place of the list', () => {
    const places = [...readFileSync(list, 'utf8').matchAll(/^(\d+)\. \*\*(\S+:\d+)\*\*/gm)];
    expect(places.length).toBeGreaterThan(0);
    expect(goldens.map(({ number, page, line }) => `${number} ${page}:${line}`)).toEqual(
      places.map(([, number, place]) => `${number} ${place}`),
    );
  });

  it.each(goldens)('$number: $page:$line', (golden) => {
    expectGolden(golden, view(compileFile(join(corpus, golden.page))));
  });
});
