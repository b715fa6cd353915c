import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Lesson, Surroundings } from './model.ts';
import { textOf } from './text.ts';

const RUNS = Math.ceil(Number(process.env['CAPAS_FUZZ'] ?? 10_000) / 10);
const nothing: Surroundings = { picture: () => null, read: () => null, exists: () => false };

/** Every word of a generated page is another one, so that none can stand for a lost one. */
type Build = (word: () => string, phrase: (words: number) => string) => string;

const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
const builders: Build[] = [
  (_, phrase) => `# ${phrase(2)}`,
  (_, phrase) => `## ${phrase(3)}\n{: .no_toc}`,
  (_, phrase) => `### ${phrase(3)}`,
  (word, phrase) => `${word()}\n${phrase(2)}\n---`,
  () => '---',
  (_, phrase) => `${phrase(30)}. ${phrase(20)}, ${phrase(20)}. **${phrase(3)}** ${phrase(9)}:`,
  (word, phrase) => `${phrase(6)} *${word()}* \`${word()}\` [${phrase(2)}](x.md) <kbd>${word()}</kbd>{: .x}`,
  (_, phrase) => `- ${phrase(30)}. ${phrase(10)}\n- ${phrase(3)}\n\n  ${phrase(40)}`,
  (word, phrase) =>
    `1. ${phrase(3)}\n\n   \`\`\`sh\n   ls ${word()}\n   \`\`\`\n2. ${phrase(5)}\n   * ${phrase(4)}`,
  (_, phrase) => `> ${phrase(12)}\n${phrase(5)}`,
  (_, phrase) => `> [!TIP]\n> ${phrase(12)}\n>\n> * ${phrase(3)}`,
  (_, phrase) => `> ## ${phrase(2)}\n> ${phrase(25)}. ${phrase(25)}\n{: .challenge}`,
  (_, phrase) => `::: callout\n${phrase(12)}\n:::`,
  (_, phrase) => `!!! note "${phrase(2)}"\n    ${phrase(30)}`,
  (_, phrase) => `<details><summary>${phrase(2)}</summary>\n\n${phrase(30)}. ${phrase(30)}\n\n</details>`,
  (_, phrase) => `<div class="a" markdown="1">\n## ${phrase(2)}\n\n${phrase(3)}\n</div>`,
  (_, phrase) => `<table><tr><td>${phrase(2)}</td></tr></table>`,
  (word, phrase) => `| ${word()} | ${word()} |\n|---|--:|\n| ${phrase(2)} | ${phrase(4)} |\n| ${word()} | |`,
  (word, phrase) => `${word()}\n: ${phrase(25)}. ${phrase(25)}`,
  (word) => `\`\`\`console\n$ docker ps ${word()}\n${word()}\n${word()}\n\`\`\``,
  (word) => `\`\`\`\n${Array.from({ length: 40 }, word).join('\n')}\n\`\`\``,
  (word) =>
    `\`\`\`console\n$ docker run -it ${word()} bash\nroot@a2d1ce6990d8:/# ls ${word()}\n${Array.from({ length: 30 }, word).join('\n')}\n\`\`\``,
  (word, phrase) => `${phrase(3)}:\n\n${indented(`ls ${word()}\n${word()}`, '    ')}`,
  (_, phrase) => `![${phrase(3)}](a.png "${phrase(2)}")`,
  (_, phrase) => `{% unknown %}\n${phrase(3)}\n{% endunknown %}`,
  (_, phrase) => `{: .notes}\n${phrase(9)}`,
  (_, phrase) => `{: .slide}\n${phrase(60)}`,
  (_, phrase) => `- ${phrase(30)}. ${phrase(3)}\n- {: .x} ${phrase(3)}\n- {: .notes}\n  ${phrase(8)}`,
  (_, phrase) => `- {: .x}\n  {: .notes}\n  ${phrase(8)}`,
];

/** A page in one dialect or several, and its words in order. */
const pages = fc.array(fc.constantFrom(...builders), { minLength: 1, maxLength: 14 }).map((chosen) => {
  const words: string[] = [];
  const word = () => {
    words.push(`w${words.length}x`);
    return words.at(-1)!;
  };
  const phrase = (count: number) => Array.from({ length: count }, word).join(' ');
  const text = chosen.map((build) => build(word, phrase)).join('\n\n');
  return { text: `---\ntitle: Page\n---\n\n${text}\n`, words };
});

describe('the words of a page', { timeout: Math.max(60_000, RUNS * 100) }, () => {
  it('all stand in the handout, in order', () => {
    fc.assert(
      fc.property(pages, ({ text, words }) => {
        expect(wordsIn(textOf(lessonOf(text).document))).toEqual(words);
      }),
      { numRuns: RUNS },
    );
  });

  it('all stand on slides and in notes, in order on each surface', () => {
    fc.assert(
      fc.property(pages, ({ text, words }) => {
        const { slides } = lessonOf(text);
        const found = new Set(slides.flatMap((slide) => wordsIn(`${slide.text}\n${slide.notes}`)));
        expect(words.filter((word) => !found.has(word))).toEqual([]);
        for (const slide of slides) {
          expectOrdered(wordsIn(slide.text).slice(wordsIn(slide.title).length));
          expectOrdered(wordsIn(slide.notes));
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function lessonOf(text: string): Lesson {
  return compile({ path: 'page.md', text }, nothing);
}

function wordsIn(text: string): string[] {
  return text.match(/w\d+x/g) ?? [];
}

function expectOrdered(words: string[]): void {
  const places = words.map((word) => Number(word.slice(1, -1)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
}
