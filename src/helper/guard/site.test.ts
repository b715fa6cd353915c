import { expect, it } from 'vitest';
import { isForWindow, isFromElsewhere } from './site.ts';

it('takes what another site or another port made a browser ask as from elsewhere', () => {
  for (const site of ['cross-site', 'same-site', ''])
    expect(isFromElsewhere({ 'sec-fetch-site': site })).toBe(true);
  for (const site of [undefined, 'same-origin', 'none'])
    expect(isFromElsewhere({ 'sec-fetch-site': site })).toBe(false);
});

it('knows a window’s page from a part of another page', () => {
  const ask = (mode?: string, dest?: string) =>
    isForWindow({ 'sec-fetch-mode': mode, 'sec-fetch-dest': dest });
  expect(ask('navigate', 'document')).toBe(true);
  expect(ask('navigate', 'iframe')).toBe(false);
  expect(ask('cors', 'document')).toBe(false);
  expect(ask()).toBe(false);
});
