import { describe, expect, it } from 'vitest';
import { fitHeading } from './heading.ts';
import { HEADING, OPENING } from './layout.ts';
import { inline } from './slides.fixture.ts';

const words = (count: number) => inline('word '.repeat(count).trim());
const lines = (count: number, size: number, face: { line: number; after: number }) =>
  Math.round(count * size * face.line + face.after);
const fitted = (count: number, ...more: [kind: 'content' | 'title' | 'section', parts?: number]) => {
  const { long, cut, height } = fitHeading(words(count), ...more);
  return { long, cut, height: Math.round(height) };
};

describe('a heading', () => {
  it.each([
    ['of a line', 3, { long: false, cut: false, height: lines(1, HEADING.size, HEADING) }],
    ['of two lines', 14, { long: false, cut: false, height: lines(2, HEADING.size, HEADING) }],
    ['of more is set smaller', 25, { long: true, cut: false, height: lines(3, HEADING.longSize, HEADING) }],
    ['of many more is cut', 90, { long: true, cut: true, height: lines(3, HEADING.longSize, HEADING) }],
  ])('%s', (_, count, found) => {
    expect(fitted(count, 'content')).toEqual(found);
  });

  it('of the title and of a section is larger, and may have more lines', () => {
    expect(fitted(2, 'title')).toEqual({ long: false, cut: false, height: lines(1, OPENING.size, OPENING) });
    expect([fitted(9, 'title').long, fitted(9, 'section').long]).toEqual([false, false]);
    expect([fitted(13, 'title').long, fitted(13, 'section').long]).toEqual([true, false]);
    expect([fitted(20, 'title').cut, fitted(70, 'title').cut]).toEqual([false, true]);
  });

  it('leaves room for which of several slides it is, more from the tenth on', () => {
    const most = (parts: number) => {
      let count = 1;
      while (fitHeading(inline('w'.repeat(count)), 'content', parts).height < 100) count += 1;
      return count;
    };
    expect(most(1)).toBeGreaterThan(most(2));
    expect(most(2)).toBe(most(8));
    expect(most(8)).toBeGreaterThan(most(9));
  });

  it('that is cut ends in an ellipsis, at as much as fits', () => {
    const { inline: cut } = fitHeading(words(90), 'content');
    expect(cut!.text).toMatch(/^word .* …$/);
    const longer = inline(`${cut!.text.slice(0, -2)} word …`);
    expect(fitHeading(longer, 'content').cut).toBe(true);
  });

  it('that is not there takes no room, but over the contents', () => {
    expect(fitHeading(null, 'content')).toEqual({ inline: null, long: false, cut: false, height: 0 });
    expect(fitHeading(null, 'agenda').height).toBe(HEADING.size * HEADING.line + HEADING.after);
  });
});
