import type { Diagnostic } from '../model.ts';
import { missingPicture } from '../page/blocks/missing-picture.ts';

type Severity = Diagnostic['severity'];

interface LintCode {
  severity: Severity;
  message: (...words: string[]) => string;
  /** What to do about it. */
  hint: string;
}

/** What lint itself finds. An error is what will not work in class; a warning is what may not. */
export const lintCodes = {
  'missing-image': {
    severity: 'error',
    ...missingPicture,
  },
  'missing-alt': {
    severity: 'warning',
    message: (source) => `The picture ${source} has no alternative text.`,
    hint: 'Say between the brackets what it shows: ![a stack of layers](…). An HTML picture that only decorates takes alt="".',
  },
  'broken-link': {
    severity: 'error',
    message: (href) => `The link leads to ${href}, which is not there.`,
    hint: 'Mend the path, or put the file there.',
  },
  'broken-anchor': {
    severity: 'error',
    message: (anchor, page) =>
      page ? `${page} has no heading #${anchor}.` : `No heading of this page is #${anchor}.`,
    hint: 'Write the heading in lower case with dashes for blanks, or give it an id: {: #name}.',
  },
  'unknown-attribute': {
    severity: 'warning',
    message: (written, meant) => `${written} means nothing; did you mean ${meant}?`,
    hint: 'Correct its spelling, or remove it.',
  },
  'attribute-value': {
    severity: 'warning',
    message: (written) => `${written} can't be read, so it has no effect.`,
    hint: 'Write exit="1", timeout="60s", terminal="2", match="exact", match="lines" or match="none".',
  },
  placeholder: {
    severity: 'warning',
    message: (name) => `The command can't run before somebody writes a value in place of ${name}.`,
    hint: 'Write a real value or a variable; mark the block {: .no-run} when it is only a pattern.',
  },
  'name-in-use': {
    severity: 'error',
    message: (name, line) => `The container name ${name} is taken since line ${line}, so this command fails.`,
    hint: 'Remove the first container before (docker rm), take another name, or say exit="125" where the failure is the lesson.',
  },
  'removed-image': {
    severity: 'warning',
    message: (image, line) => `The image ${image} was removed on line ${line}.`,
    hint: 'Remove it later, or pull it again before this command.',
  },
  'copied-id': {
    severity: 'warning',
    message: (id) => `${id} is an id of somebody's machine; no other machine has it.`,
    hint: 'Use the name (docker run --name …), or ask for the id: $(docker ps -lq).',
  },
  'dense-slide': {
    severity: 'warning',
    message: (title) =>
      `No slide has room for this, and it can't be split: at “${title}” it stands in the notes only.`,
    hint: 'Shorten it, or take it apart into several with a ### heading or a slide break (---) between.',
  },
  'wide-output': {
    severity: 'error',
    message: (columns) =>
      `This output is a table of ${columns} columns; more than 140 can't be read from the last row.`,
    hint: 'Print less (--format, --no-trunc removed, fewer columns), or shorten the output on the page.',
  },
  'figure-without-notes': {
    severity: 'warning',
    message: (title) => `The slide “${title}” is only a figure, and its speaker has no notes.`,
    hint: 'Write a sentence about what to see under the figure, or notes: <!-- notes: … -->.',
  },
  'slide-overflow': {
    severity: 'error',
    message: (title, pixels) => `The slide “${title}” is ${pixels} px higher or wider than the screen.`,
    hint: 'Set a slide break (---), or move something to the notes with {: .notes}.',
  },
  'diagram-loads': {
    severity: 'error',
    message: (written) => `The diagram is not drawn, because ${written} would load something.`,
    hint: 'Leave it out of the diagram; a picture can stand beside it on the page: ![words](picture.png).',
  },
  'diagram-syntax': {
    severity: 'error',
    message: (words) => `The diagram can't be drawn: ${words}`,
    hint: 'Correct its Mermaid source; the deck shows the source in its place until then.',
  },
} satisfies Record<string, LintCode>;

export type LintCodeName = keyof typeof lintCodes;

/** What the compiler finds on its way, with lint's own idea of how bad it is. */
const compilerCodes: Record<string, Severity> = {
  'front-matter': 'warning',
  'not-utf-8': 'warning',
  'missing-include': 'warning',
  'cyclic-include': 'warning',
  'large-include': 'warning',
  'open-liquid': 'warning',
  'open-fence': 'error',
  'open-comment': 'warning',
  'open-division': 'warning',
  'typographic-quotes': 'warning',
  'typographic-blank': 'warning',
  'typographic-dash': 'warning',
  'code-marks': 'warning',
  'unknown-prompt': 'warning',
  'broken-continuation': 'warning',
  'layers-syntax': 'error',
  'layers-shape': 'error',
  'layers-unknown-key': 'error',
  'layers-no-name': 'error',
  'layers-size': 'error',
  'layers-twice': 'error',
  'layers-cycle': 'error',
  'layers-missing-image': 'error',
  'layers-empty': 'error',
  'layers-step': 'error',
};

/** Every code that lint can give, with its usual severity. */
export const severities: ReadonlyMap<string, Severity> = new Map([
  ...Object.entries(compilerCodes),
  ...Object.entries(lintCodes).map(([code, { severity }]) => [code, severity] as const),
]);

/** Where a diagnostic points. */
export interface Position {
  line: number;
  column: number;
}

/** Words it as the table says. */
export function makeDiagnostic(code: LintCodeName, place: Position, ...words: string[]): Diagnostic {
  const { severity, message, hint }: LintCode = lintCodes[code];
  return { ...place, code, severity, message: message(...words), hint };
}
