import { describe, expect, it } from 'vitest';
import { slidesOfPage } from './slides.fixture.ts';

const ids = (page: string) => slidesOfPage(page).map(({ id }) => id);
const titled = (page: string, title: string) => slidesOfPage(page).filter((slide) => slide.title === title);

describe('the id of a slide', () => {
  it('survives edits elsewhere', () => {
    const [, a, b] = ids('# T\n\n## A\n\na\n\n## B\n\nb');
    expect(ids('# Other\n\n## New\n\n## A\n\nchanged\n\n## B\n\nb')).toEqual([
      expect.any(String),
      expect.any(String),
      a,
      b,
    ]);
  });

  it('is another one for each slide, also of equal titles and of other sections', () => {
    const found = ids('# T\n\n## A\n\n### Same\n\na\n\n### Same\n\nb\n\n## B\n\n### Same\n\nc\n');
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(6);
  });
});

describe('what the speaker sees', () => {
  it('is nothing where the slide says it all', () => {
    expect(titled('# T\n\n## A\n\n- all of it\n', 'A')[0]).toMatchObject({ notes: '', spoken: [] });
  });

  it('begins with the first thing that was cut, and goes on as the page does', () => {
    const long = `${'So much is said here that it goes to the notes, '.repeat(5)}as one sentence.`;
    const [slide] = titled(`# T\n\n## A\n\n- first\n\n${long}\n\n- last\n`, 'A');
    expect(slide!.text).toBe('A\nfirst\nlast');
    expect(slide!.notes.split('\n')).toEqual([long, 'last']);
  });

  it('is a list whole, each item with the slide that shows something of it', () => {
    const items = Array.from(
      { length: 24 },
      (_, at) => `- Item ${at} is here. ${'More of it is said. '.repeat(5)}`,
    );
    const slides = titled(`# T\n\n## A\n\n${items.join('\n')}\n`, 'A');
    expect(slides.length).toBeGreaterThan(1);
    for (const { text, notes } of slides) {
      const shown = [...text.matchAll(/Item \d+/g)].map(String);
      expect([...notes.matchAll(/Item \d+/g)].map(String)).toEqual(shown);
      expect(notes).toContain('More of it is said.');
    }
  });
});

describe('a slide', () => {
  it('counts the words of its heading and of its body', () => {
    expect(titled('# T\n\n## One two\n\n- three four – five\n', 'One two')[0]).toMatchObject({
      text: 'One two\nthree four – five',
      words: 5,
    });
  });

  it('has its anchor on its first part only, and counts the parts', () => {
    const items = Array.from({ length: 40 }, (_, at) => `- item ${at}`).join('\n');
    const slides = titled(`# T\n\n## A\n\n${items}\n\n---\n\ntext\n`, 'A');
    const parts = slides.map(({ anchors, continuation }) => [anchors.length, continuation]);
    expect(parts.slice(0, 2)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(parts.at(-1)).toEqual([0, 1]);
  });
});
