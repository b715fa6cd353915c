import type { Attributes, Block, Diagnostic, Inline, Surroundings } from '../model.ts';
import type { Reason } from '../reasons/reason.ts';
import type { Line } from './lines.ts';
import type { References } from './stages/references.ts';
import type { Taking } from './taking.ts';

/** What the readers of blocks share while one page is parsed. */
export interface Context {
  surroundings: Surroundings;
  references: References;
  /** Whether the page is written for remark: `--`, `???`, `.class[ … ]` and slide properties mean something. */
  remark: boolean;
  diagnostics: Diagnostic[];
  footnotes: Map<string, { line: number; blocks: Block[] }>;
  /** What was read so far of the container (or page) that is being read. */
  takings: Taking[];
  /** How many containers (lists, quotes, divisions) stand around what is being read. */
  depth: number;
  /** Reads the blocks of a container's inside. */
  blocks(lines: Line[]): Block[];
  inline(lines: Line[]): Inline;
}

/** What a reader found: its blocks, and the index of the first line that it left. */
export interface Found {
  blocks: Block[];
  next: number;
  /** Attributes of the block that comes next. */
  waiting?: Attributes;
  /** Why it took them, one a block, where it has another reason than being of its kind. */
  reasons?: Reason[];
}

/** Reads what begins at `lines[at]`, or `null` when that is not its kind. */
export type Reader = (lines: Line[], at: number, context: Context) => Found | null;

export function warn(context: Context, line: number, code: string, message: string, hint = ''): void {
  context.diagnostics.push({ line, column: 1, code, severity: 'warning', message, hint });
}
