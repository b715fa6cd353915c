/**
 * What may differ between two runs of one command: ids, digests, times, sizes, percentages, addresses. Each
 * mask is a pattern and the word that takes its place; they are applied in this order.
 */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\bsha(?:256|512):[0-9a-f]+(?:\.{3}|…)?/gi, '‹digest›'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '‹id›'],
  [
    /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d\d:?\d\d)\b)?(?: [A-Z]{3,4}\b)?/g,
    '‹time›',
  ],
  [/\b\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}/g, '‹time›'],
  [
    /\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* {1,2}\d{1,2}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)(?:,? \d{4})?(?: \d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?: [A-Z]{3,4}\b)?(?: \d{4}\b)?/g,
    '‹time›',
  ],
  [/\b\d{4}[-/]\d\d[-/]\d\d\b|\b\d\d\/\d\d\/\d{4}\b/g, '‹time›'],
  [/\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi, '‹address›'],
  [/\b(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?::\d+)?/g, '‹address›'],
  [
    /\[?(?:\b[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){2,7}(?:::)?|(?<![\w:])::(?:[0-9a-f]{1,4}\b)?)\]?(?:\/\d{1,3}|:\d+)?/gi,
    '‹address›',
  ],
  [/\b\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\b/g, '‹time›'],
  [/\b(?:about |less than )?(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s?\b(?: ago)?/gi, '‹time›'],
  [/\b(?:\d+(?:\.\d+)?(?:h|m(?!s)|s|ms|µs|us|ns))+\b/g, '‹time›'],
  [/\b\d+(?:[.,]\d+)? ?(?:[kKMGTP]i?)?(?:B|bytes)\b(?:\/s\b)?|\b\d+(?:[.,]\d+)?[KMGT]i?\b/g, '‹size›'],
  [/\b\d+(?:[.,]\d+)? ?%/g, '‹percent›'],
  [/\b[0-9a-f]{12,64}\b/g, '‹id›'],
  [/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,11}\b/g, '‹id›'],
];

/** Lines that a pull prints for each layer; how many there are, and which were there already, may differ. */
const LAYER_LINE =
  /^‹id›: (?:Pulling fs layer|Waiting|Downloading|Verifying Checksum|Download complete|Extracting|Pull complete|Already exists|Layer already exists|Pushed|Preparing|Mounted from)\b.*$/;

/** Names that Docker invents: `quirky_bohr`. */
const INVENTED = /(?<!\S)[a-z]{3,}_[a-z]{3,}\d?(?!\S)/g;

/** A line with what may differ masked, and its columns one space apart: two that are equal may be taken for one. */
export function maskLine(line: string): string {
  let masked = line;
  for (const [pattern, word] of MASKS) masked = masked.replace(pattern, word);
  // A port is published for IPv4, and by newer engines for IPv6 too.
  masked = masked
    .replace(/(‹address›->\S{1,64}), \1(?!\S)/g, '$1')
    .replace(INVENTED, '‹name›')
    .replace(/\s+/g, ' ')
    .trim();
  return LAYER_LINE.test(masked) ? '‹layer›' : masked;
}
