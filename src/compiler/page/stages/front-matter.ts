import { isMap, LineCounter, parseDocument } from 'yaml';
import type { Diagnostic, Settings } from '../../model.ts';
import type { Line } from '../lines.ts';

export interface FrontMatter {
  values: Record<string, unknown>;
  settings: Settings;
  /** What stands under it. */
  body: Line[];
  diagnostics: Diagnostic[];
}

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
  const diagnostics = document.errors.slice(0, 3).map((error) => {
    const place = counter.linePos(error.pos[0]);
    return {
      line: lines[place.line - 1]?.number ?? lines[0]?.number ?? 1,
      column: place.col,
      code: 'front-matter',
      severity: 'warning' as const,
      message: `The front matter is not valid YAML: ${error.message}`,
      hint: 'Quote values that hold a colon, and indent with spaces.',
    };
  });
  return {
    values: diagnostics.length === 0 ? toRecord(document.toJS({ maxAliasCount: 100 })) : salvage(lines),
    diagnostics,
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
  const order = Number(values['nav_order'] ?? Number.NaN);
  return {
    navOrder: Number.isFinite(order) ? order : null,
    description: toText(values['description']),
    author: toText(values['author']),
    engine: ours['engine'] === 'none' ? 'none' : 'auto',
  };
}

export function toText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(toText).filter(Boolean).join(', ');
  return '';
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
