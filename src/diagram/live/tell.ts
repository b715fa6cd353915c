import { formatSize } from '../sizes.ts';
import { getWords } from '../words.ts';
import type { LayerChange } from './engine-view.ts';

/** Files that a sentence names; the rest are counted. */
const mostPaths = 3;

/**
 * One change in a sentence, for the line under a live picture and for a screen reader.
 *
 * @param lang BCP 47 tag of the page
 */
export function tellChange(change: LayerChange, lang: string): string {
  const words = getWords(lang);
  switch (change.kind) {
    case 'image-came':
      return words.imageCame(change.image, change.layers, change.shared);
    case 'image-went':
      return words.imageWent(change.image);
    case 'container-came':
      return words.containerCame(change.container, change.image);
    case 'container-went':
      return words.containerWent(change.container);
    case 'size':
      return [
        `${change.container}: ${formatSize(change.from)} → ${formatSize(change.to)}`,
        ...change.paths.slice(0, mostPaths).map(lastName),
        ...(change.paths.length > mostPaths ? [words.moreFiles(change.paths.length - mostPaths)] : []),
      ].join(', ');
  }
}

function lastName(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) || path;
}
