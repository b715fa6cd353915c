import { type PaletteName, palette, useColour } from '../palette.ts';

const byHex = new Map<string, PaletteName>(
  Object.entries(palette).map(([name, hex]) => [hex, name as PaletteName] as const),
);
const byName: Record<string, PaletteName> = { black: 'ink', white: 'paper' };

/**
 * Exchanges each colour of the palette in a value for the theme's variable, so that the picture follows
 * the theme. Other colours are the author's own and stay.
 */
export function useThemeColours(value: string): string {
  if (value.includes('var(')) return value;
  return value
    .replace(
      /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|\b(?:rgb|rgba|hsl|hsla)\([^()]*\)/gi,
      (colour) => exchange(colour) ?? colour,
    )
    .replace(/^(black|white)(?=$|\s*!important)/i, (colour) => useColour(byName[colour.toLowerCase()]!));
}

function exchange(colour: string): string | null {
  const parsed = parseColour(colour);
  if (!parsed) return null;
  const name = byHex.get(parsed.hex);
  if (!name) return null;
  if (parsed.alpha === 1) return useColour(name);
  return `color-mix(in srgb, ${useColour(name)} ${Math.round(parsed.alpha * 100)}%, transparent)`;
}

/** Reads `#rgb`, `#rrggbb` and `rgb[a]()`, which is what Mermaid and browsers write for opaque colours. */
function parseColour(colour: string): { hex: string; alpha: number } | null {
  if (colour.startsWith('#')) return { hex: widenHex(colour.toLowerCase()), alpha: 1 };
  const parts = /^rgba?\(([^)]*)\)$/i
    .exec(colour)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (!parts || parts.length < 3) return null;
  const channels = parts.slice(0, 3).map((part) => Math.round(Number(part)));
  if (channels.some((channel) => !(channel >= 0 && channel <= 255))) return null;
  const hex = `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  return { hex, alpha: parts[3] === undefined ? 1 : Number(parts[3]) || 0 };
}

function widenHex(hex: string): string {
  return hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex;
}
