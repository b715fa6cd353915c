/**
 * The theme's colours by the names of its CSS variables, as they are in the light theme. Diagrams are
 * drawn with these and every one is then exchanged for its variable, so that one picture serves both
 * themes; the light colour stays as the fallback for where there is no theme (the SVG on its own).
 */
export const palette = {
  paper: '#fbfaf6',
  'paper-raised': '#f3f0e7',
  ink: '#14202e',
  muted: '#5a6675',
  rule: '#d9d5ca',
  'read-only': '#2f6690',
  'read-only-soft': '#e3edf4',
  'layer-2': '#47799f',
  'layer-3': '#3a6c93',
  'layer-4': '#2a5578',
  writable: '#b45309',
  'writable-soft': '#fcefd9',
  'writable-fill': '#e8912d',
  ok: '#1f7a4d',
  failed: '#b3261e',
  'failed-soft': '#fbe9e7',
  recorded: '#6d4aa8',
} as const;

export type PaletteName = keyof typeof palette;

/** How a style sheet names a colour of the theme. */
export function useColour(name: PaletteName): string {
  return `var(--${name}, ${palette[name]})`;
}
