import { flavourOf } from '../../blocks/flavours.ts';
import type { Shortcode } from './tag.ts';

/** What a shortcode's place is taken by. */
export type Meaning =
  /** Text in the line. */
  | { kind: 'text'; text: string }
  /** Opens an aside, which a closing shortcode of its name ends. */
  | { kind: 'aside'; mark: string }
  /** Opens code. */
  | { kind: 'code'; title: string; language: string }
  /** A line of its own. */
  | { kind: 'line'; text: string }
  /** A file of the site's that is not the page's. */
  | { kind: 'file'; name: string }
  /** Nothing but a mark around what it wraps. */
  | { kind: 'nothing' };

/** The headings that Kubernetes' pages share, by language. */
const headings: Record<'es' | 'en', Record<string, string>> = {
  es: {
    objectives: 'Objetivos',
    prerequisites: 'Antes de empezar',
    cleanup: 'Limpieza',
    whatsnext: 'Siguientes pasos',
    seealso: 'Véase también',
    synopsis: 'Sinopsis',
    options: 'Opciones',
  },
  en: {
    objectives: 'Objectives',
    prerequisites: 'Before you begin',
    cleanup: 'Cleaning up',
    whatsnext: 'What’s next',
    seealso: 'See also',
    synopsis: 'Synopsis',
    options: 'Options',
  },
};

/** What a shortcode of Hugo's own or of a common theme shows; names that nobody knows are marks around text. */
export function meaningOf(shortcode: Shortcode, lang: 'es' | 'en'): Meaning {
  const { name } = shortcode;
  const known = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
  if (known !== undefined) return known(shortcode, lang);
  const flavour = flavourOf(name);
  return flavour === null ? { kind: 'nothing' } : { kind: 'aside', mark: `${name} ${titleOf(shortcode)}` };
}

/** Values that only the site knows stand by their name: a reader fills them in. */
export function isValue({ name }: Shortcode): boolean {
  return name === 'param' || name === 'skew';
}

export function siteValue({ words, parameters }: Shortcode): string {
  return (words.at(-1) ?? Object.values(parameters)[0] ?? 'value').replace(/[<>]/g, '');
}

type Reading = (shortcode: Shortcode, lang: 'es' | 'en') => Meaning;

const text = (value: string): Meaning => ({ kind: 'text', text: value });

const file: Reading = ({ parameters, words }) => ({
  kind: 'file',
  name: parameters['file'] ?? words[0] ?? '',
});

/** A file that the page is about: its name is shown in its place. */
const source: Reading = (shortcode) => {
  const { parameters, words } = shortcode;
  const name = parameters['file'] ?? parameters['path'] ?? words[0];
  return name === undefined ? { kind: 'nothing' } : { kind: 'line', text: `\`${name}\`` };
};

const picture: Reading = ({ parameters, words }) => {
  const address = parameters['src'] ?? parameters['link'] ?? words[0] ?? '';
  const alt = (parameters['alt'] ?? parameters['title'] ?? '').replace(/[[\]]/g, '');
  const caption = parameters['caption'] ? ` "${parameters['caption'].replaceAll('"', '”')}"` : '';
  return address === '' ? { kind: 'nothing' } : text(`![${alt}](<${address}>${caption})`);
};

/** Themes that have one shortcode for all asides name its face in an argument. */
const aside: Reading = ({ parameters, words }) => {
  const named = [parameters['type'], parameters['color'], parameters['level'], ...words].find(
    (word) => word !== undefined && flavourOf(word) !== null,
  );
  return { kind: 'aside', mark: `${named ?? 'note'} ${parameters['title'] ?? ''}` };
};

const listing: Reading = ({ parameters, words }) => ({
  kind: 'code',
  title: '',
  language: parameters['lang'] ?? words[0] ?? '',
});

const tab: Reading = (shortcode) => {
  const title = shortcode.parameters['name'] ?? shortcode.parameters['title'] ?? shortcode.words[0] ?? '';
  const language = shortcode.parameters['codelang'];
  if (language !== undefined) return { kind: 'code', title, language };
  return title === '' ? { kind: 'nothing' } : { kind: 'line', text: `**${title}**` };
};

const folded: Reading = (shortcode) => ({ kind: 'aside', mark: `details ${titleOf(shortcode)}` });

const meanings: Record<string, Reading> = {
  heading: ({ words: [key = ''] }, lang) => text(headings[lang][key] ?? key),
  glossary_tooltip: ({ parameters }) =>
    text(parameters['text'] ?? (parameters['term_id'] ?? '').replaceAll('-', ' ')),
  param: (shortcode) => text(siteValue(shortcode)),
  skew: (shortcode) => text(siteValue(shortcode)),
  ref: ({ words: [address = ''] }) => text(address),
  relref: ({ words: [address = ''] }) => text(address),
  figure: picture,
  img: picture,
  image: picture,
  youtube: ({ parameters, words }) =>
    text(`<https://www.youtube.com/watch?v=${parameters['id'] ?? words[0] ?? ''}>`),
  include: file,
  readfile: file,
  code_sample: source,
  codenew: source,
  codefile: source,
  alert: aside,
  admonition: aside,
  callout: aside,
  notice: aside,
  details: folded,
  expand: folded,
  collapse: folded,
  tab,
  highlight: listing,
};

function titleOf({ parameters, words }: Shortcode): string {
  return parameters['title'] ?? parameters['summary'] ?? words[0] ?? '';
}
