import type { Diagnostic } from '../../model.ts';
import { parseAttributes } from '../../page/attributes.ts';
import { readOptions } from '../../transcript/step-options.ts';
import { makeDiagnostic } from '../codes.ts';
import type { Rule } from '../subject.ts';

/** What Capas understands in an attribute list. */
const OUR_CLASSES = [
  'slide',
  'notes',
  'fragment',
  'no-run',
  'run',
  'columns',
  'compare',
  'large',
  'small',
  'statement',
];
const OUR_KEYS = ['layout', 'exit', 'timeout', 'terminal', 'match', 'lines', 'background'];
/** What they may be taken for and are not: classes and keys of sites, of highlighters and of HTML. */
const OTHERS = new Set(
  'note slides column row rows run-in center left right file files link title linenos line start width height style target rel toc no_toc text-delta math smaller larger size matches patch batch latch catch'.split(
    ' ',
  ),
);

/** Attribute lists with a word that is nearly one of ours, or with a value that we can't read. */
export const findUnknownAttributes: Rule = ({ lines }) => {
  const found: Diagnostic[] = [];
  let fence = '';
  lines.forEach((text, index) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    if (fence !== '' || !text.includes('{:')) return;
    for (const list of text.matchAll(/\{:(?!:)([^{}]{1,1000})\}/g)) {
      found.push(...judgeList(list[1]!, { line: index + 1, from: list.index + 2 }));
    }
  });
  return found;
};

function judgeList(inside: string, { line, from }: { line: number; from: number }): Diagnostic[] {
  const place = (written: string) => ({ line, column: from + Math.max(0, inside.indexOf(written)) + 1 });
  const { classes, values } = parseAttributes(inside);
  return [
    ...classes.flatMap((name) => {
      const meant = nearest(name, OUR_CLASSES);
      return meant === null
        ? []
        : [makeDiagnostic('unknown-attribute', place(`.${name}`), `.${name}`, `.${meant}`)];
    }),
    ...Object.keys(values).flatMap((key) => {
      const meant = nearest(key, [
        ...OUR_KEYS,
        ...(values[key] === '' ? OUR_CLASSES.map((name) => `.${name}`) : []),
      ]);
      if (meant !== null) return [makeDiagnostic('unknown-attribute', place(key), key, meant)];
      return isReadable(key, values[key]!)
        ? []
        : [makeDiagnostic('attribute-value', place(key), `${key}="${values[key]}"`)];
    }),
  ];
}

/** Two values that mean different things when they can be read come out the same when they can't. */
function isReadable(key: string, value: string): boolean {
  if (!['exit', 'timeout', 'terminal', 'match'].includes(key)) return true;
  const usual = { exit: '0', terminal: '1', match: 'lines', timeout: '' }[key];
  return value === usual || JSON.stringify(readOptions({ [key]: value })) !== JSON.stringify(readOptions({}));
}

/** Ours that it is a slip of the pen away from: a letter or two, by length; `null` when it is ours, or nobody's. */
function nearest(name: string, ours: readonly string[]): string | null {
  if (ours.includes(name) || OTHERS.has(name)) return null;
  return (
    ours.find((one) => one.length > 3 && distance(name.toLowerCase(), one) <= (one.length > 5 ? 2 : 1)) ??
    null
  );
}

/** Letters to add, remove, replace or exchange with their neighbour. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
