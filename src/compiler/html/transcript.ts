import type { CommandEntry, TranscriptBlock, TranscriptEntry } from '../model.ts';
import { columnsClass, widestLine } from '../slides/columns.ts';
import { squeezeTables } from '../slides/squeeze.ts';
import { authorClasses } from './classes.ts';
import type { Context } from './context.ts';
import { attributes, escapeHtml } from './escape.ts';

/** One card, a row a command, its output under it. */
export function renderTranscript(block: TranscriptBlock, context: Context): string {
  const entries = block.entries.map((entry) => renderEntry(entry, context)).join('');
  return `<div${attributes({ class: ['transcript', ...authorClasses(block)] })}>${entries}</div>`;
}

function renderEntry(entry: TranscriptEntry, context: Context): string {
  switch (entry.kind) {
    case 'command':
      return renderCommand(entry, context);
    case 'comment':
      return `<div class="transcript__comment">${escapeHtml(entry.text)}</div>`;
    case 'output':
      return renderOutput('transcript__output', entry.text);
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
    step?.inside ? `<span class="step__where">${escapeHtml(where(step.insideName, context))}</span>` : '',
    entry.prompt === '' ? '' : `<span class="step__prompt">${escapeHtml(entry.prompt)}</span> `,
    `<code class="step__command">${escapeHtml(entry.command)}</code>`,
    live ? `<capas-run step="${escapeHtml(step.id)}"></capas-run>` : '',
  ].join('');
  const output = entry.output === '' ? '' : renderOutput('step__output', entry.output);
  const open = attributes({ class: classes, 'data-step': id, 'data-line': entry.line });
  return `<div${open}><div class="step__row">${row}</div>${output}</div>`;
}

function where(name: string, context: Context): string {
  return name === '' ? context.words.insideProgram : context.words.inside(name);
}

function renderOutput(name: string, text: string): string {
  const squeezed = squeezeTables(text);
  const columns = widestLine(squeezed);
  const open = attributes({ class: [name, columnsClass(columns)], 'data-columns': columns, tabindex: 0 });
  return `<pre${open}>${escapeHtml(squeezed)}</pre>`;
}
