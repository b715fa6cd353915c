import '../../assets/handout.css';
import { copyCommand } from './demo/copy.ts';
import { make } from './dom.ts';
import { restoreTheme, toggleTheme } from './theme.ts';
import { type Words, wordsFor } from './words/words.ts';

/** What handout and index, complete without a script, gain by one: the theme, and buttons that copy commands. */
function start(): void {
  restoreTheme();
  const words = wordsFor(document.documentElement.lang);
  addThemeButton(words);
  addCopyButtons(words);
  void drawDiagrams(words);
}

function addThemeButton(words: Words): void {
  const onclick = () => toggleTheme();
  document
    .querySelector('body > .bar')
    ?.append(make('button', { class: 'action', type: 'button', onclick }, words.keys.theme));
}

function addCopyButtons(words: Words): void {
  for (const row of document.querySelectorAll('.step[data-line] > .step__row')) {
    const command = row.querySelector('.step__command')?.textContent ?? '';
    const onclick = () => void copyCommand(command, words);
    const label = `${words.copy}: ${command}`;
    row.append(
      make('button', { class: 'copy', type: 'button', title: words.copy, 'aria-label': label, onclick }),
    );
  }
}

/** Diagrams that were not drawn before. */
async function drawDiagrams(words: Words): Promise<void> {
  if (!document.querySelector('.diagram[data-diagram] > .diagram__source')) return;
  const { drawMissing } = await import('./diagrams/fill.ts');
  await drawMissing(document, words);
}

start();
