/** What a reason is about, as the page writes it, makes it a sentence. */
export type Words = (...about: string[]) => string;

/** Why a line is what it is: the words that `capas inspect --blocks` prints for each code. */
export const words = {
  // The page: which reader took the lines.
  'front-matter': () => 'between --- at the top: settings',
  shortcode: () => "Hugo's shortcode: done before the page is read",
  liquid: () => "Liquid's tag: done before the page is read",
  'attributes-of-above': () => 'attributes of the block above',
  'attributes-of-next': () => 'attributes of the next block',
  indented: () => 'indented by four columns or more',
  fence: (mark) => `between ${mark}`,
  'open-fence': (mark) => `opened by ${mark}, never closed: up to here by guess`,
  properties: () => "remark's slide properties: attributes of what comes next",
  notes: () => 'for the speaker: ??? up to the next slide',
  increment: () => "remark's --: the slide grows from here",
  classes: () => "remark's .class[ … ]",
  heading: (marks) => `begins with ${marks}`,
  underlined: (line) => `underlined with ${line}`,
  break: () => 'a rule: the next slide begins',
  quote: () => 'begins with >',
  alert: () => 'a quote that begins with [!…]',
  notice: () => 'its attributes make it an aside',
  admonition: () => 'an aside or a tab: !!!, ??? or ===',
  division: () => 'between rows of :::',
  extension: () => "kramdown's {:: … }",
  toc: () => 'stands for the table of contents',
  footnote: () => 'a footnote: shown at the end of the page',
  definition: () => 'defines a link or an abbreviation that the text names',
  definitions: () => 'terms, and under them lines that begin with a colon',
  list: () => 'begins with a bullet or a number',
  math: () => 'a formula between $$',
  comment: () => 'an HTML comment: not shown',
  'speaker-comment': () => 'an HTML comment that begins with notes: for the speaker',
  html: () => 'an HTML tag',
  table: () => 'rows of cells parted by |',
  picture: () => 'a picture on a line of its own',
  paragraph: () => 'begins nothing else',

  // Transcripts: what each line of a code block is.
  step: (id) => `runs as step ${id}`,
  printed: () => 'printed by the command above',
  'printed-alone': () => 'printed, and no command of this block printed it',
  'comment-line': () => 'a comment',
  'prompt-alone': () => 'a prompt, and nothing typed at it',

  // Diagrams.
  drawn: (language) => `the language ${language} is drawn`,
} satisfies Record<string, Words>;
