import type { Surroundings } from '../../../model.ts';
import { type Line, readLines } from '../../lines.ts';
import { readParameters } from './tag.ts';

/** What an include stands for: the text of a neighbour, a picture or words of its own, or nothing that is there. */
interface Included {
  /** The neighbour's name, to notice when it includes itself; empty for what is made of the tag alone. */
  path: string;
  lines: Line[];
}

/** Reads `{% include name key="value" %}` and `{% include_relative name %}`; `null` when there is nothing to show. */
export function readInclude(
  tag: string,
  inside: string,
  number: number,
  surroundings: Surroundings,
): Included | null {
  const name = nameOf(inside);
  const paths = tag === 'include' ? [`/_includes/${name}`, `_includes/${name}`, name] : [name];
  for (const path of name === '' ? [] : paths) {
    const text = surroundings.read(path);
    // All of it stands where the tag does.
    if (text !== null) return { path, lines: readLines(text).map((line) => ({ ...line, number })) };
  }
  const made = makeOf(readParameters(inside));
  return made === null ? null : { path: '', lines: [{ text: made, number }] };
}

export function nameOf(inside: string): string {
  return /^["']?([^\s"'{}=]+)(?!\s*=)/.exec(inside)?.[1] ?? '';
}

/** Themes' own includes show a picture or a text that their parameters name. */
function makeOf(parameters: Record<string, string>): string | null {
  const find = (...names: string[]) => names.map((name) => parameters[name]).find((value) => value);
  const picture = find('image_path', 'src', 'url', 'path', 'file', 'image', 'img');
  const words = find('caption', 'title', 'alt', 'content', 'text') ?? '';
  if (picture !== undefined && /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(picture)) {
    const alt = find('alt', 'caption', 'title') ?? '';
    const caption = parameters['caption'] ? ` "${parameters['caption'].replaceAll('"', '”')}"` : '';
    return `![${alt.replace(/[[\]]/g, '')}](<${picture}>${caption})`;
  }
  return find('content', 'text') ?? (words === '' ? null : words);
}
