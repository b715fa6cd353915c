import { describe, expect, it } from 'vitest';
import { useThemeColours } from './colours.ts';

const ink = 'var(--ink, #14202e)';

describe('a colour of the theme', () => {
  it.each([
    ['#14202e', ink],
    ['#14202E', ink],
    ['rgb(20, 32, 46)', ink],
    ['rgb(20 32 46)', ink],
    ['RGB(20,32,46)', ink],
    ['rgb(19.6, 32.4, 46)', ink],
    ['rgba(20, 32, 46, 1)', ink],
    ['rgba(20, 32, 46, 0.5)', `color-mix(in srgb, ${ink} 50%, transparent)`],
    ['rgb(20 32 46 / .256)', `color-mix(in srgb, ${ink} 26%, transparent)`],
    ['rgba(20, 32, 46, none)', `color-mix(in srgb, ${ink} 0%, transparent)`],
    ['rgb(251, 250, 246)', 'var(--paper, #fbfaf6)'],
    ['black', ink],
    ['White', 'var(--paper, #fbfaf6)'],
    ['black !important', `${ink} !important`],
    ['#14202e !important', `${ink} !important`],
    ['1px solid #14202e, 2px solid #B3261E', `1px solid ${ink}, 2px solid var(--failed, #b3261e)`],
  ])('%s is the theme’s variable', (written, used) => {
    expect(useThemeColours(written)).toBe(used);
  });

  it.each([
    ...['#123456', '#14202', '#14202e7', '#fff', 'red', 'blackish', 'off-white', 'not black', 'none', ''],
    ...['rgb(20, 32)', 'rgb(20, 32, 47)', 'rgb(20, 32, 256)', 'rgb(-20, 32, 46)', 'rgb(a, b, c)', 'rgb()'],
    ...['hsl(212, 39%, 13%)', 'hsla(212, 39%, 13%, 1)', ink, `mix(${ink}, #14202e)`],
  ])('%s is none, and stays', (written) => {
    expect(useThemeColours(written)).toBe(written);
  });

  it('needs both digits of a small channel', () => {
    expect(useThemeColours('rgb(180, 83, 9)')).toBe('var(--writable, #b45309)');
  });
});
