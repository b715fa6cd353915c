import { FenceTracker } from '../blocks/fence.ts';
import { indentOf, type Line } from '../lines.ts';

/**
 * Follows where a page has code before its blocks are known: within fences (of a quote, too), `<pre>`, Jekyll's
 * `highlight`, and indented lines. What stands there beside a tag is somebody's command as often as not.
 */
export class CodeTracker {
  private readonly fences = new FenceTracker();
  private inside = false;

  /** Whether the line is code. Lines are asked about in their order, each once. */
  see(line: Line): boolean {
    const text = line.text.replace(/^(?: {0,3}> ?)+/, '');
    this.fences.see({ ...line, text });
    const wasInside = this.inside;
    for (const [mark] of text.matchAll(/<\/?pre(?=[\s>])|\{%-?\s*(?:end)?highlight\b/gi))
      this.inside = !/^<\/|end/.test(mark);
    return this.fences.open || wasInside || this.inside || indentOf(text) >= 4;
  }
}
