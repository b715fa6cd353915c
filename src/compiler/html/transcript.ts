import { attributes, escapeHtml } from '../html-text.ts';
import type { CommandEntry, TranscriptBlock, TranscriptEntry } from '../model.ts';
import { bleeds, columnsClass, widestLine } from '../slides/columns.ts';
import { type EntryRun, entryRuns } from '../slides/program-runs.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';

/** One card, a row a command, its output under it; before lines typed inside a program, a line that names it. */
export function renderTranscript(block: TranscriptBlock, context: Context): string {
  const inside = (step: string) => context.steps.get(step)?.inside ?? null;
  const entries = entryRuns(block.entries, inside).map((run) => {
    const rows = run.entries.map((entry) => renderEntry(entry, context)).join('');
    return (run.inside === null ? '' : renderPlace(run, context)) + rows;
  });
  const wide = block.entries.some((entry) => bleeds(widestOutput(entry), context.room));
  const classes = ['transcript', ...(wide ? ['transcript--wide'] : []), ...authorClasses(block, context)];
  return `<div${attributes({ class: classes })}>${entries.join('')}</div>`;
}

function widestOutput(entry: TranscriptEntry): number {
  if (entry.kind === 'command') return widestLine(entry.squeezed ?? entry.output);
  return entry.kind === 'output' ? widestLine(entry.squeezed ?? entry.text) : 0;
}

function renderPlace({ entries }: EntryRun, context: Context): string {
  const first = entries.find((entry) => entry.kind === 'command');
  const name = context.steps.get(first?.step ?? '')?.insideName ?? '';
  const words = name === '' ? context.words.insideProgram : context.words.inside(name);
  return `<div class="step__where">${escapeHtml(words)}</div>`;
}

function renderEntry(entry: TranscriptEntry, context: Context): string {
  switch (entry.kind) {
    case 'command':
      return renderCommand(entry, context);
    case 'comment':
      return `<div class="transcript__comment">${escapeHtml(entry.text)}</div>`;
    case 'output':
      return renderOutput('transcript__output', entry.squeezed ?? entry.text, context);
    case 'prompt':
      return `<div class="transcript__prompt">${escapeHtml(entry.prompt)}</div>`;
  }
}

/** A command that can be run carries its step's id; in the notes and the handout nothing can be run. */
function renderCommand(entry: CommandEntry, context: Context): string {
  const step = entry.step === null ? undefined : context.steps.get(entry.step);
  const live = step !== undefined && context.surface === 'slide';
  const classes = [
    'step',
    ...(step?.inside ? ['step--inside'] : []),
    ...(step === undefined ? ['step--shown'] : []),
  ];
  const id = step !== undefined && context.surface !== 'notes' ? step.id : null;
  const row = [
    '<div class="step__line">',
    entry.prompt === '' ? '' : `<span class="step__prompt">${escapeHtml(entry.prompt)}</span> `,
    `<code class="step__command">${escapeHtml(entry.command)}</code></div>`,
    live ? `<capas-run step="${escapeHtml(step.id)}"></capas-run>` : '',
  ].join('');
  const output =
    entry.output === '' ? '' : renderOutput('step__output', entry.squeezed ?? entry.output, context);
  const open = attributes({ class: classes, 'data-step': id, 'data-line': entry.line });
  return `<div${open}><div class="step__row">${row}</div>${output}</div>`;
}

function renderOutput(name: string, text: string, context: Context): string {
  const columns = widestLine(text);
  const open = attributes({
    class: [name, columnsClass(columns, context.room)],
    'data-columns': columns,
    tabindex: 0,
  });
  return `<pre${open}>${escapeHtml(text)}</pre>`;
}
