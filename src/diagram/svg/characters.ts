/**
 * Mermaid reads markup in labels and, drawing without HTML, shows entities (`#quot;`) as they are written
 * and measures them so. Characters that are written as entities therefore travel through it as stand-ins
 * from Unicode's private use area, which mean nothing to it and are about as wide.
 */
const standIns = 0xe000;

const names: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', num: '#', nbsp: '\u00a0' };

/** Exchanges the entities in a source's quoted labels for characters that Mermaid leaves alone. */
export function hideEntities(source: string): string {
  return source.replace(/"[^"\n]*"/g, (label) => label.replace(/#(\d{1,7}|[a-z]{2,5});/g, hideEntity));
}

/** The way back, in the text of the picture. */
export function showHidden(text: string): string {
  return text.replace(/[\ue020-\ue07e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - standIns),
  );
}

function hideEntity(entity: string, name: string): string {
  const code = Object.hasOwn(names, name) ? names[name]!.codePointAt(0)! : Number(name);
  if (!(code >= 0x20 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return entity;
  return String.fromCodePoint(code <= 0x7e ? standIns + code : code);
}
