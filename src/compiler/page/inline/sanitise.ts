import sanitize from 'sanitize-html';
import { limitNesting } from './nesting.ts';

const phrase = [
  'a',
  'abbr',
  'b',
  'br',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'var',
];
const flow = [
  ...phrase,
  'blockquote',
  'caption',
  'center',
  'col',
  'colgroup',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
];

const rules: sanitize.IOptions = {
  allowedAttributes: {
    '*': ['id', 'class', 'title', 'lang', 'dir'],
    a: ['href', 'name', 'target', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['colspan', 'rowspan', 'align'],
    th: ['colspan', 'rowspan', 'align', 'scope'],
    ol: ['start', 'type', 'reversed'],
    col: ['span'],
    details: ['open'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 200,
  transformTags: {
    // A window that a link opens must not be able to lead the deck elsewhere.
    a: (tagName, { target, rel: _, ...attribs }) => ({
      tagName,
      attribs: target === '_blank' ? { ...attribs, target, rel: 'noopener' } : attribs,
    }),
    // reveal.js takes every section, however deep, for a slide.
    section: 'div',
  },
};

/** The author's HTML within a line of text, with what could do harm taken out. */
export function sanitiseInline(html: string): string {
  return html.includes('<') ? sanitize(limitNesting(html), { ...rules, allowedTags: phrase }) : html;
}

/** The same for HTML that makes blocks of its own: tables, lists, divisions. */
export function sanitiseBlock(html: string): string {
  return sanitize(limitNesting(html), { ...rules, allowedTags: flow });
}
