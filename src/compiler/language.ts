const SPANISH = new Set(
  'de la que el en los se del las un por con no una su para es al lo como más este'.split(' '),
);
const ENGLISH = new Set(
  'the of and to a in is that for it with as on you this are be we can from not'.split(' '),
);

/** Characters of a page that are read. */
const SAMPLE = 50_000;

/**
 * The language of a page that does not say: Spanish or English, after its most common small words. Comments and tags
 * are not what a class reads.
 */
export function guessLanguage(markdown: string): 'es' | 'en' {
  let spanish = 0;
  let english = 0;
  for (const [word] of withoutTags(markdown.slice(0, SAMPLE))
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    if (SPANISH.has(word)) spanish += 1;
    if (ENGLISH.has(word)) english += 1;
  }
  return english > spanish ? 'en' : 'es';
}

function withoutTags(text: string): string {
  let kept = '';
  let at = 0;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
    const close = text.startsWith('<!--', open) ? '-->' : '>';
    const end = text.indexOf(close, open);
    if (end < 0) break;
    kept += `${text.slice(at, open)} `;
    at = end + close.length;
  }
  return kept + text.slice(at);
}
