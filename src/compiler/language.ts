const SPANISH = new Set(
  'de la que el en los se del las un por con no una su para es al lo como más este'.split(' '),
);
const ENGLISH = new Set(
  'the of and to a in is that for it with as on you this are be we can from not'.split(' '),
);

/** The language of a page that does not say: Spanish or English, after its most common small words. */
export function guessLanguage(text: string): 'es' | 'en' {
  let spanish = 0;
  let english = 0;
  for (const [word] of text
    .slice(0, 50_000)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    if (SPANISH.has(word)) spanish += 1;
    if (ENGLISH.has(word)) english += 1;
  }
  return english > spanish ? 'en' : 'es';
}
