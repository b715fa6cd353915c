import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUnwritten } from '../../src/compiler/written.fixture.ts';
import { readPageText } from '../../src/course/text-file.ts';
import { compileFile, listPages } from './pages.ts';

const pages = listPages();

describe.skipIf(pages.length === 0)('commands of real pages', () => {
  it('stand in the page, character for character', () => {
    const found = pages.flatMap(({ name, path }) => {
      const { steps } = compileFile(path);
      const ids = steps.map(({ id }) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
      return findUnwritten(readPageText(path, basename(path)).text, steps).map((one) => ({ name, ...one }));
    });
    expect(found).toEqual([]);
  });
});
