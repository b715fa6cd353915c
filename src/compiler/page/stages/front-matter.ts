import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Diagnostic, Settings } from '../../model.ts';
import type { Line } from '../lines.ts';

interface FrontMatter {
  values: Record<string, unknown>;
  settings: Settings;
  /** What stands under it. */
  body: Line[];
  diagnostics: Diagnostic[];
}

/** Characters of the parser's words, which may quote all of a line. */
const LONGEST_MESSAGE = 300;

const FENCE = /^---\s*$/;
const END = /^(?:---|\.\.\.)\s*$/;

/**
 * Takes the YAML at the top of a page off it. Broken YAML is a warning with its line, and what can be
 * understood of it still counts; without a closing `---` there is no front matter.
 */
export function takeFrontMatter(lines: Line[]): FrontMatter {
  const none = { values: {}, settings: readSettings({}), body: lines, diagnostics: [] };
  const start = lines.findIndex((line) => /\S/.test(line.text));
  if (start < 0 || !FENCE.test(lines[start]!.text)) return none;
  const end = lines.findIndex((line, index) => index > start && END.test(line.text));
  if (end < 0) return none;
  const yaml = lines.slice(start + 1, end);
  const read = readYaml(yaml);
  if (read === null) return none;
  return {
    values: read.values,
    settings: readSettings(read.values),
    body: lines.slice(end + 1),
    diagnostics: read.diagnostics,
  };
}

/** `null`: what stands between the dashes is prose (a slide between two breaks), not YAML. */
function readYaml(lines: Line[]): { values: Record<string, unknown>; diagnostics: Diagnostic[] } | null {
  const counter = new LineCounter();
  const document = parseDocument(lines.map((line) => line.text).join('\n'), {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const looksLikeKeys = lines.some((line) => /^[\w-]+\s*:(\s|$)/.test(line.text));
  if (!isMap(document.contents) && !looksLikeKeys && lines.some((line) => /\S/.test(line.text))) return null;
  const place = (at: number) => {
    const { line, col } = counter.linePos(at);
    return { line: lines[line - 1]?.number ?? lines[0]?.number ?? 1, column: col };
  };
  const broken = document.errors
    .slice(0, 3)
    .map(({ pos, message }) => invalid({ ...place(pos[0]), message }));
  if (broken.length > 0) return { values: salvage(lines), diagnostics: broken };
  try {
    return { values: toRecord(document.toJS({ maxAliasCount: 100 })), diagnostics: [] };
  } catch (error) {
    // A value that begins with `*` stands for another one, which may not be there, or be far too many.
    return {
      values: salvage(lines),
      diagnostics: [invalid({ ...place(0), message: (error as Error).message })],
    };
  }
}

function invalid({ line, column, message }: { line: number; column: number; message: string }): Diagnostic {
  return {
    line,
    column,
    code: 'front-matter',
    severity: 'warning',
    message: `The front matter is not valid YAML: ${message.slice(0, LONGEST_MESSAGE)}`,
    hint: 'Quote values that hold a colon or begin with a star, and indent with spaces.',
  };
}

/** The plain `key: value` lines of YAML that does not parse. */
function salvage(lines: Line[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { text } of lines) {
    const [, key, value] = /^([A-Za-z_][\w-]*):\s+(\S.*)$/.exec(text) ?? [];
    if (key !== undefined) values[key] = value!.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  return values;
}

function readSettings(values: Record<string, unknown>): Settings {
  const ours = toRecord(values['capas']);
  const order = Number(toText(values['nav_order']) || Number.NaN);
  return {
    navOrder: Number.isFinite(order) ? order : null,
    description: toText(values['description']),
    author: toText(values['author']),
    engine: ours['engine'] === 'none' ? 'none' : 'auto',
  };
}

/** A text, a number, or a list of them, as text; lists within lists, which may hold themselves, are left out. */
export function toText(value: unknown): string {
  return Array.isArray(value) ? value.map(plainText).filter(Boolean).join(', ') : plainText(value);
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
