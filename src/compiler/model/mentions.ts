/** A link of the page. */
export interface Link {
  /** The line that its block begins on. */
  line: number;
  /** As written: an anchor, a page or a file of the course, another site. */
  href: string;
}

/** A picture that the page names. */
export interface Picture {
  /** The line that its block begins on. */
  line: number;
  /** As written; empty where the author gave none, or none that may be shown. */
  source: string;
  /** Empty where the author gave none. */
  alt: string;
  /** What it stands in: it is a block of its own, or part of a run of text, or of a block of HTML. */
  within: 'figure' | 'text' | 'html';
  /** `false`: no page shows it, since it was not there, or is for the speaker. */
  shown: boolean;
}
