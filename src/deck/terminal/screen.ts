import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { guardAnswers } from './answers.ts';
import { TERMINAL_THEME } from './colours.ts';
import type { Screen } from './driver.ts';
import { boundRepeats } from './repeats.ts';

/** The code face's cell is half as wide as the type is high; a line is this many times as high. */
const LINE_HEIGHT = 1.2;
/** Lines above the window that stay; more of a flood is dropped. */
const SCROLLBACK = 5000;
/** Keys that leave the terminal: no program needs them, no browser takes them. */
const LEAVE_KEYS = [
  { key: 'Enter', ctrl: true },
  { key: 'F8', ctrl: false },
];

export interface ScreenOptions {
  host: HTMLElement;
  /** CSS pixels. */
  fontSize: number;
  onInput(data: string): void;
  /** The terminal answered what the output asked it. */
  onAnswer(data: string): void;
  /** Somebody pressed words behind which the output put an address. */
  onLink(address: string): void;
  onLeave(): void;
}

/**
 * A terminal of xterm in `host`, once its face is loaded (a cell is measured when it opens). Clipboard
 * sequences are not obeyed, and device queries get a bounded number of answers.
 */
export async function openScreen(options: ScreenOptions): Promise<Screen> {
  await loadFace(options.fontSize);
  const terminal = new Terminal({
    fontFamily: '"M PLUS 1 Code", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace',
    fontSize: options.fontSize,
    lineHeight: LINE_HEIGHT,
    scrollback: SCROLLBACK,
    theme: TERMINAL_THEME,
    minimumContrastRatio: 4.5,
    cursorInactiveStyle: 'outline',
    screenReaderMode: true,
    // What output holds is no error of the deck's, however broken it is.
    logLevel: 'off',
    linkHandler: { activate: (_event, address) => options.onLink(address), allowNonHttpProtocols: false },
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  const classify = guardAnswers(terminal.parser, () => options.host.contains(document.activeElement));
  boundRepeats(terminal.parser, () => terminal);
  terminal.attachCustomKeyEventHandler((event) => isProgramKey(event, options.onLeave));
  terminal.onData((data) => {
    const kind = classify(data);
    if (kind === 'typed') options.onInput(data);
    else if (kind === 'answer') options.onAnswer(data);
  });
  terminal.open(options.host);
  return wrap(terminal, fit);
}

function wrap(terminal: Terminal, fit: FitAddon): Screen {
  return {
    write: (data, drawn) => terminal.write(data, drawn),
    clear: () => terminal.reset(),
    column: () => terminal.buffer.active.cursorX,
    focus: () => terminal.focus(),
    setFontSize: (pixels) => {
      terminal.options.fontSize = pixels;
    },
    fit: () => {
      const size = fit.proposeDimensions();
      if (size && size.cols > 1 && size.rows > 1) terminal.resize(size.cols, size.rows);
      // What is hidden loses its place, and xterm would take that for somebody's scrolling and stay there.
      terminal.scrollToBottom();
      return { columns: terminal.cols, rows: terminal.rows };
    },
  };
}

async function loadFace(fontSize: number): Promise<void> {
  const weights = ['400', '700'].map((weight) =>
    document.fonts.load(`${weight} ${fontSize}px "M PLUS 1 Code"`),
  );
  await Promise.allSettled(weights);
}

/** Whether a key is for the program; the two that leave are for us. */
function isProgramKey(event: KeyboardEvent, leave: () => void): boolean {
  const leaves = LEAVE_KEYS.some(({ key, ctrl }) => event.key === key && event.ctrlKey === ctrl);
  if (!leaves) return true;
  event.preventDefault();
  event.stopPropagation();
  if (event.type === 'keydown') leave();
  return false;
}
