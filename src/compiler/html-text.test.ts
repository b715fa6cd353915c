import { describe, expect, it } from 'vitest';
import { attributes, escapeHtml, escapeJson, unescapeHtml } from './html-text.ts';

describe('escapeHtml', () => {
  it.each([
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['&', '&amp;'],
    ['"', '&quot;'],
    ["'", '&#39;'],
    ['&lt;', '&amp;lt;'],
    ['a<b>"c"', 'a&lt;b&gt;&quot;c&quot;'],
    ['ñ 漢 🐳', 'ñ 漢 🐳'],
  ])('writes %s as %s', (text, written) => {
    expect(escapeHtml(text)).toBe(written);
  });
});

describe('unescapeHtml', () => {
  it.each([
    ['a &lt; b &amp;&amp; c', 'a < b && c'],
    ['&copy; &#169; &#xA9; &NotEqualTilde;', '© © © ≂̸'],
    ['&#x1F433;', '🐳'],
    ['&amp;lt;', '&lt;'],
    ['&unknown; a & b &', '&unknown; a & b &'],
    ['?a=1&copy=2', '?a=1&copy=2'],
    ['<b>', '<b>'],
  ])('reads %s as %s', (written, text) => {
    expect(unescapeHtml(written)).toBe(text);
  });
  it.each(['<', '>', '&', '"', "'", '&lt;', 'ñ 漢 🐳'])('gives back %s', (text) => {
    expect(unescapeHtml(escapeHtml(text))).toBe(text);
  });
});

describe('escapeJson', () => {
  it.each(['<', '>', '&', '\u2028', '\u2029'])('lets %j stand nowhere', (character) => {
    expect(escapeJson([character])).not.toContain(character);
  });
  it.each(['</script>', '<!--<script>', ']]>', '&amp;', "\u2028'\u2029", '"\\', 'ñ 漢 🐳'])(
    'gives %j back',
    (text) => {
      expect(JSON.parse(escapeJson({ [text]: text }))).toEqual({ [text]: text });
    },
  );
});

describe('attributes', () => {
  it('escapes what stands between quotes', () => {
    expect(attributes({ title: '" onclick="hit()' })).toBe(' title="&quot; onclick=&quot;hit()"');
    expect(attributes({ class: ['a', '">'] })).toBe(' class="a &quot;&gt;"');
  });
  it('leaves out what is not there', () => {
    expect(attributes({ a: null, b: false, c: [], d: true, e: 0 })).toBe(' d e="0"');
  });
});
