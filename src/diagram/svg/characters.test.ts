import { describe, expect, it } from 'vitest';
import { hideEntities, showHidden } from './characters.ts';

describe('an entity in a label', () => {
  it.each([
    ['"a #quot;b#quot;"', '"a "b""'],
    ['"#amp; #lt; #gt; #num;"', '"& < > #"'],
    ['"#35; #126; #32;"', '"# ~  "'],
    ['"#nbsp;"', '"\u00a0"'],
    ['"#241; #128051;"', '"ñ 🐳"'],
    ['"#1114111;"', '"\u{10ffff}"'],
    ['"a"#35;"#35;"', '"a"#35;"#"'],
  ])('%j is read in the picture as %j', (source, read) => {
    expect(showHidden(hideEntities(source))).toBe(read);
  });

  it('goes through Mermaid as a character that means nothing to it', () => {
    expect(hideEntities('"#quot;#lt;#126;"')).toBe('"\ue022\ue03c\ue07e"');
    expect(hideEntities('"#127;#241;"')).toBe('"\u007fñ"');
  });

  it.each([
    ...['"#other;"', '"#quot"', '"quot;"', '"#;"', '"#QUOT;"', '"#12345678;"'],
    ...['"#0;"', '"#31;"', '"#1114112;"', '"#55296;"', '"#57343;"', '"#toString;"'],
    ...['#35; --> b', '"open #35;\n"'],
  ])('%j stays as it is written', (source) => {
    expect(hideEntities(source)).toBe(source);
  });

  it('is no more than what was hidden', () => {
    expect(showHidden('\ue01f\ue07f\uf8ff ñ')).toBe('\ue01f\ue07f\uf8ff ñ');
    expect(hideEntities('"#55295; #57344;"')).toBe('"\ud7ff \ue000"');
  });
});
