import { describe, expect, it } from 'vitest';
import { sketch } from '../sketch.fixture.ts';

describe('a table of contents', () => {
  it.each<[string, ...string[]]>([
    ['[TOC]', 'toc'],
    ['[toc]', 'toc'],
    ['[[_TOC_]]', 'toc'],
    ['[[toc]]', 'toc'],
    ['[[ TOC ]]', 'toc'],
    ['<!-- toc -->', 'toc'],
    ['[TOC] x', 'p [TOC] x'],
    ['x [TOC]', 'p x [TOC]'],
    ['[tocs]', 'p [tocs]'],
    ['  [TOC]  ', 'toc'],
  ])('%j', (page, ...blocks) => {
    expect(sketch(page)).toEqual(blocks);
  });
});
