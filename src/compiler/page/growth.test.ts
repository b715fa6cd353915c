import { describe, expect, it } from 'vitest';
import { readLines } from './lines.ts';
import { expandShortcodes } from './stages/shortcodes/expand.ts';

describe('expandShortcodes', () => {
  it.each(['{{<', '{{< a ', '{{< note >}}', '{{< a="', '{{< tab codelang="x" >}}'])(
    'takes time as the page grows: %s',
    (part) => {
      const start = performance.now();
      expand(part.repeat(20_000));
      expand(`${part}\n`.repeat(20_000));
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});

function expand(text: string): void {
  expandShortcodes(readLines(text), { lang: 'en', diagnostics: [] });
}
