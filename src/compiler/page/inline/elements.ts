const HTML =
  'a abbr acronym address article aside audio b base bdi bdo big blink blockquote body br button canvas caption ' +
  'center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption ' +
  'figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd ' +
  'label legend li link main map mark menu meta meter nav noscript object ol optgroup option output p param ' +
  'picture pre progress q rp rt ruby s samp script search section select small source span strike strong style ' +
  'sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr';

const names = new Set(HTML.split(' '));

/**
 * Whether a tag, as written, is one of HTML's. `<container_id>` is not: its author means a placeholder, to
 * be read as it stands, where a browser would show nothing.
 */
export function isKnownElement(tag: string): boolean {
  if (tag.startsWith('<!--')) return true;
  const name = /^<\/?([A-Za-z][\w-]*)[\s/>]/.exec(tag)?.[1];
  return name !== undefined && names.has(name.toLowerCase());
}
