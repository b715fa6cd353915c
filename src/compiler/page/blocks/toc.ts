import { noAttributes } from '../attributes.ts';
import type { Reader } from '../context.ts';

const MARKS = /^(?:\[toc\]|\[\[_?toc_?\]\]|\[\[\s*TOC\s*\]\]|<!--\s*toc\s*-->)$/i;

/** `[TOC]` and the like: a table of contents stands here. */
export const readToc: Reader = (lines, at) => {
  const line = lines[at]!;
  return line.text.length < 100 && MARKS.test(line.text.trim())
    ? { blocks: [{ kind: 'toc', line: line.number, attributes: noAttributes() }], next: at + 1 }
    : null;
};
