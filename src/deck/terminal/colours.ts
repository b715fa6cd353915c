import type { ITheme } from '@xterm/xterm';

/** The terminal's colours, the same in both themes: each reaches 7 : 1 on its ground but the dimmed ones. */
export const TERMINAL_THEME: ITheme = {
  background: '#111a24',
  foreground: '#e6edf3',
  cursor: '#f4b860',
  cursorAccent: '#111a24',
  selectionBackground: '#3d5a78',
  black: '#1a2633',
  brightBlack: '#9fb0c0',
  red: '#ff9a8f',
  brightRed: '#ffb4ab',
  green: '#7ed3a6',
  brightGreen: '#a3e6c1',
  yellow: '#f4b860',
  brightYellow: '#ffd591',
  blue: '#6fb3e0',
  brightBlue: '#9ecbea',
  magenta: '#c9b2f5',
  brightMagenta: '#dccbff',
  cyan: '#79d0d6',
  brightCyan: '#a5e5e9',
  white: '#e6edf3',
  brightWhite: '#ffffff',
};
