import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';

const nothing = { picture: () => null, read: () => null, exists: () => false };
const compilePage = (text: string, path = 'page.md') => compile({ path, text }, nothing);

describe('a lesson', () => {
  it.each([
    ['its first heading', 'a/b.md', '# T\n', 'T'],
    ['its front matter', 'a/b.md', '---\ntitle: F\n---\ntext', 'F'],
    ['its file', 'a/b.md', 'text', 'b'],
    ['its file, with dots in it', 'a/b.c.md', 'text', 'b.c'],
    ['its folder, where it is an index', 'a/index.md', 'text', 'a'],
    ['its folder, where that is all to read', './a/README.md', 'text', 'a'],
    ['its folder, as Windows writes it', 'a\\b\\Index.md', 'text', 'b'],
    ['index, where it has no folder', './index.md', 'text', 'index'],
    ['its file, which only begins so', 'a/indexes.md', 'text', 'indexes'],
    ['nothing, where there is nothing', '', '', ''],
  ])('is named after %s', (_, path, text, title) => {
    const lesson = compilePage(text, path);
    expect(lesson.title).toBe(title);
    expect(lesson.slides[0]?.title ?? title).toBe(title);
    expect(lesson.source).toBe(path);
  });

  it.each([
    ['---\nlang: fr\n---\nthe page', 'fr'],
    ['the page and the words of it', 'en'],
    ['la página y las palabras de ella', 'es'],
  ])('%j is in a language: %s', (text, lang) => {
    expect(compilePage(text).lang).toBe(lang);
  });

  it('warns in the page’s order, whatever found it', () => {
    const text =
      '# T\n\n```layers\nimage: a\nx: 1\n```\n\n![](b.png)\n\n```layers\nimage: b\ny: 1\n```\n\n![](c.png)\n';
    const { warnings } = compilePage(text);
    expect(warnings.map(({ line }) => line)).toEqual([5, 8, 12, 15]);
  });

  it('has steps, diagrams, exercises and settings', () => {
    const text =
      '---\nnav_order: 2\n---\n# T\n\n```console\n$ ls\n```\n\n```mermaid\ngraph TD; A-->B\n```\n\n## Exercises\n\n1. Do it\n';
    const lesson = compilePage(text);
    expect(lesson.steps.map(({ command }) => command)).toEqual(['ls']);
    expect(lesson.diagrams.map(({ kind }) => kind)).toEqual(['mermaid']);
    expect(lesson.exercises.map((exercise) => exercise.text)).toEqual(['Do it']);
    expect(lesson.settings.navOrder).toBe(2);
  });
});
