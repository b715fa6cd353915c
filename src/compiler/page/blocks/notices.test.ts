import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('an aside', () => {
  it.each<[string, ...string[]]>([
    ['a\n{: .note}', 'note “” [p a] .note'],
    ['> a\n{: .warning}', 'warning “” [p a] .warning'],
    ['> # T\n> a\n{: .challenge}', 'challenge “T” [p a] .challenge'],
    ['> [!NOTE]\n> a', 'note “” [p a]'],
    ['> [!tip] T\n> a', 'tip “T” [p a]'],
    ['> [!WARNING]- T', 'warning “T” []'],
    ['> [!unknown]\n> a', 'note “” [p a]'],
    ['> [!TIP]\n>\n> a', 'tip “” [p a]'],
    ['> [! x]', 'quote [p [! x]]'],
    ['> a\n> [!NOTE]', 'quote [p a\n[!NOTE]]'],
    ['a\n{: .note-title}', 'note “a” [] .note-title'],
    ['> T\n>\n> a\n{: .note-title}', 'note “T” [p a] .note-title'],
    ['a\n{: .x .tip #i}', 'tip “” [p a] #i .x .tip'],
    ['## a\n{: .note}', '## a .note'],
    ['- a\n{: .note}', 'ul [p a] .note'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
