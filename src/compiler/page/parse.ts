import { guessLanguage } from '../language.ts';
import type { Block, Diagnostic, Page, Settings, Surroundings } from '../model.ts';
import { because } from '../reasons/reason.ts';
import { noAttributes } from './attributes.ts';
import { gatherFootnotes } from './blocks/footnote.ts';
import { readBlocks } from './blocks/read.ts';
import { isRemark } from './blocks/remark.ts';
import type { Context } from './context.ts';
import { makeInlineReader } from './inline/read.ts';
import { type Line, readLines } from './lines.ts';
import { nameHeadings } from './stages/anchors.ts';
import { takeFrontMatter, toText } from './stages/front-matter.ts';
import { expandLiquid } from './stages/liquid/expand.ts';
import { collectReferences } from './stages/references.ts';
import { expandShortcodes } from './stages/shortcodes/expand.ts';
import { findTitle } from './stages/title.ts';
import { placeAmong, type Taking, takenBefore } from './taking.ts';

interface ParsedPage {
  settings: Settings;
  /** Plain text; absent when the page has neither heading nor front matter that names it. */
  title?: string;
  /** As the front matter says, else as its words tell. */
  lang: string;
  blocks: Block[];
  /** What each line was taken for, and why. */
  takings: Taking[];
  /** In the order in which they were found. */
  diagnostics: Diagnostic[];
}

/** Turns the text of a lesson page, in whichever dialect, into blocks that know their lines. Never throws. */
export function parsePage(page: Page, surroundings: Surroundings): ParsedPage {
  const whole = readLines(page.text);
  const frontMatter = takeFrontMatter(whole);
  const diagnostics = [...frontMatter.diagnostics];
  const lang = toText(frontMatter.values['lang']) || guessLanguage(textOfLines(frontMatter.body));
  const written = expandShortcodes(frontMatter.body, {
    lang: lang.startsWith('es') ? 'es' : 'en',
    diagnostics,
  });
  const lines = expandLiquid(written, {
    surroundings,
    frontMatter: frontMatter.values,
    diagnostics,
  });
  const context = makeContext(lines, surroundings, {
    diagnostics,
    formulas: hasFormulas(frontMatter.values),
  });
  const blocks = context.blocks(lines);
  blocks.push(...gatherFootnotes(context));
  nameHeadings(blocks);
  const before = [
    ...takenBefore(whole, frontMatter.body, because('front-matter')),
    ...takenBefore(frontMatter.body, written, because('shortcode')),
    ...takenBefore(written, lines, because('liquid')),
  ].sort((a, b) => a.from - b.from);
  const title = findTitle(blocks, frontMatter.values);
  return {
    settings: frontMatter.settings,
    ...(title === '' ? {} : { title }),
    lang,
    blocks,
    takings: placeAmong(context.takings, before),
    diagnostics,
  };
}

function textOfLines(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/** Pages say in their front matter that their dollars are mathematics; the names are those of common themes. */
function hasFormulas(frontMatter: Record<string, unknown>): boolean {
  const value = ['math', 'mathjax', 'katex', 'use_math', 'usemathjax']
    .map((key) => frontMatter[key])
    .find(Boolean);
  return value !== undefined && value !== 'false';
}

function makeContext(
  lines: Line[],
  surroundings: Surroundings,
  { diagnostics, formulas }: { diagnostics: Diagnostic[]; formulas: boolean },
): Context {
  const references = collectReferences(lines);
  const remark = isRemark(lines);
  const read = makeInlineReader(references, { remark, formulas });
  const context: Context = {
    surroundings,
    references,
    remark,
    diagnostics,
    footnotes: new Map(),
    takings: [],
    depth: 0,
    blocks: (inside) => readInside(inside, context),
    inline: (inside) => read(inside.map((line) => line.text.trimStart()).join('\n')),
  };
  return context;
}

/** Containers within more than so many others are shown as text, so that no nesting exhausts the stack. */
const DEEPEST = 50;

function readInside(lines: Line[], context: Context): Block[] {
  if (context.depth > DEEPEST) {
    const inline = context.inline(lines);
    const line = lines[0]?.number ?? 1;
    return inline.nodes.length === 0 ? [] : [{ kind: 'paragraph', line, attributes: noAttributes(), inline }];
  }
  context.depth += 1;
  try {
    return readBlocks(lines, context);
  } finally {
    context.depth -= 1;
  }
}
