/** Elements within elements; what is nested deeper is shown without its tags, so that no page costs the square of its length. */
const DEEPEST = 100;

/** Elements that end by themselves: where they are empty, or where the next of them begins. */
const CLOSED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|li|dt|dd|p|tr|td|th|thead|tbody|tfoot|caption|colgroup|option)$/i;
const TAG = /<(\/?)([A-Za-z][\w-]*)[^<>]*>/g;

/** The HTML without the tags of elements that are nested deeper than any reader could tell. */
export function limitNesting(html: string): string {
  let depth = 0;
  return html.replace(TAG, (tag, slash: string, name: string) => {
    if (CLOSED.test(name) || tag.endsWith('/>')) return tag;
    if (slash !== '') {
      if (depth > 0) depth -= 1;
      return depth >= DEEPEST ? '' : tag;
    }
    depth += 1;
    return depth > DEEPEST ? '' : tag;
  });
}
