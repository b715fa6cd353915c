import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { countWords, textOf } from './text.ts';

const read = (text: string) =>
  textOf(
    compile({ path: 'p.md', text }, { picture: () => null, read: () => null, exists: () => true }).document,
  );

describe('what a reader sees', () => {
  it.each([
    ['# T\n\na *b*', 'T\na b'],
    ['- a\n- b\n\n  c', 'a\nb\nc'],
    ['```\na\n\nb\n```', 'a\n\nb'],
    ['```console\n$ ls\na\nb\n$ pwd\n```', '$ ls\na\nb\n$ pwd'],
    ['```console\n# said\n$ ls\n```', '# said\n$ ls'],
    ['```sh\nls\n```', 'ls'],
    ['| a | b |\n|---|---|\n| c | d |', 'a\tb\nc\td'],
    ['::: note T\na\n:::', 'T\na'],
    ['::: note\na\n:::', 'a'],
    ['<details><summary>S</summary>a</details>', 'S\na'],
    ['> a\n> b', 'a\nb'],
    ['![a](b.png "c")', 'a\nc'],
    ['![](b.png)', ''],
    ['<ul><li>a</ul>', 'a'],
    ['a\nb\n: c\n: d', 'a\tb\nc\nd'],
    ['$$x$$', 'x'],
    ['a[^1]\n\n[^1]: b', 'a1\nb'],
    ['a\n\n---\n\n[TOC]\n\nb', 'a\nb'],
    ['```mermaid\ngraph TD; A-->B\n```', ''],
    ['', ''],
  ])('%j: %j', (text, seen) => {
    expect(read(text)).toBe(seen);
  });
});

describe('words', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['  a  b\nc\t d ', 4],
    ['a - b · c', 3],
    ['$ docker ps -a', 3],
    ['¿qué? 12', 2],
    ['漢字 -- !!', 1],
  ])('%j has %d', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
