import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { escapeHtml } from '../html-text.ts';
import { renderDeck } from './deck.ts';
import { renderHandout } from './handout.ts';
import { renderCourse } from './index-page.ts';
import type { RenderOptions } from './options.ts';

describe('a written page', () => {
  const breakOut = `x</script><script>hit()</script>"'><img src=x onerror=hit()>`;
  const options: RenderOptions = {
    slug: breakOut,
    home: 'static',
    runtime: '../_capas/',
    recordings: {},
    svg: () => null,
    highlight: escapeHtml,
    previous: { slug: breakOut, title: breakOut },
    next: { slug: breakOut, title: breakOut },
    course: breakOut,
  };
  const text = [
    `---\ntitle: ${JSON.stringify(breakOut)}\ndescription: ${JSON.stringify(breakOut)}\nauthor: ${JSON.stringify(breakOut)}\n---`,
    `## ${breakOut}\n{: title="${breakOut}" background="${breakOut}"}`,
    `\`\`\`console\n$ echo ${breakOut}\n${breakOut}\n\`\`\``,
    `\`\`\`mermaid\nflowchart LR\n A["${breakOut}"]\n accTitle: ${breakOut}\n\`\`\``,
    `![${breakOut}](<${breakOut}> "${breakOut}")`,
    `\`\`\`${breakOut}\n${breakOut}\n\`\`\``,
  ].join('\n\n');
  const lesson = compile(
    { path: 'a.md', text },
    { picture: () => ({ width: 4, height: 3 }), read: () => null, exists: () => true },
  );

  it.each([
    ['deck', renderDeck, ['module', 'application/json']],
    ['handout', renderHandout, ['module']],
  ] as const)('%s: no text of its lesson becomes a script or a handler', (_, render, scripts) => {
    expect(look(render(lesson, options))).toEqual({ scripts, handlers: [] });
  });

  it.each([
    ['deck', renderDeck(lesson, options)],
    ['handout', renderHandout(lesson, options)],
    ['index', renderCourse({ title: 'T', lang: 'en', lessons: [] }, { runtime: '' })],
  ])('%s: its policy stands before anything that loads, and keeps all at home', (_, html) => {
    const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)!;
    expect(html.slice(0, meta.index)).not.toMatch(/<(?:script|link|img|style)\b/);
    expect(html).toContain('<meta name="referrer" content="no-referrer">');
    expect(html).toContain('<meta http-equiv="x-dns-prefetch-control" content="off">');
    const policy = new Map(
      meta[1]!
        .replaceAll('&#39;', "'")
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
    const allowed = new Set([...policy.values()].flat());
    expect([...allowed].sort()).toEqual(["'none'", "'self'", "'unsafe-inline'", 'data:']);
    const inline = [...policy].filter(([, sources]) => sources.includes("'unsafe-inline'"));
    expect(inline.map(([name]) => name)).toEqual(['style-src-elem']);
  });

  it('the deck’s data says the same after its way through the page', () => {
    const data = /<script type="application\/json" id="capas-data">(.*?)<\/script>/s.exec(
      renderDeck(lesson, options),
    )![1]!;
    expect(JSON.parse(data)).toMatchObject({ lesson: breakOut, title: breakOut });
  });
});

function look(html: string) {
  const seen = { scripts: [] as string[], handlers: [] as string[] };
  const parser = new Parser({
    onopentag(name, values) {
      if (name === 'script') seen.scripts.push(values['type'] ?? '');
      seen.handlers.push(...Object.keys(values).filter((one) => one.startsWith('on')));
    },
  });
  parser.end(html);
  return seen;
}
