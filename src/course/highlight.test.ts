import { describe, expect, it } from 'vitest';
import { makeHighlighter } from './highlight.ts';

const yaml = 'name: "capas" # nota\ncount: 2';

describe('makeHighlighter', () => {
  it('writes classes, never styles, and loses no text', async () => {
    const highlight = await makeHighlighter(['yaml']);
    const html = highlight(yaml, 'yaml');
    expect(html).toContain('<span class="hl-comment"># nota</span>');
    expect(html).not.toContain('style=');
    expect(readText(html)).toBe(yaml);
  });

  it('takes the names that authors use', async () => {
    const highlight = await makeHighlighter(['js', 'dockerfile', 'console', 'nonsense', '']);
    expect(highlight('const a = 1;', 'js')).toContain('hl-');
    expect(highlight('FROM ubuntu', 'dockerfile')).toContain('hl-');
    expect(highlight('a < b', 'nonsense')).toBe('a &#60; b');
  });

  it.each(['yaml', 'html', 'nonsense'])('escapes what is markup in %s', async (language) => {
    const highlight = await makeHighlighter([language]);
    const code = '<script>alert("x & y")</script>\n\n  </code>';
    expect(highlight(code, language)).not.toMatch(/<(?!\/?span)/);
    expect(readText(highlight(code, language))).toBe(code);
  });

  it('leaves very long code without colours', async () => {
    const highlight = await makeHighlighter(['yaml']);
    expect(highlight('a: 1\n'.repeat(30_000), 'yaml')).not.toContain('<span');
  });
});

function readText(html: string): string {
  return html.replace(/<[^>]+>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
