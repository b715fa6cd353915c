/** The page as text, and the name that messages use for it (relative to where the user stands). */
export interface Page {
  path: string;
  text: string;
}

/** What the compiler may ask about the files beside a page. Paths are relative to the page's folder. */
export interface Surroundings {
  /** The size in CSS pixels of a picture, or `null` when there is no such picture. */
  picture(path: string): { width: number; height: number } | null;
  /** The text of a neighbouring file (an include), or `null` when it is missing or outside the course. */
  read(path: string): string | null;
  /** Whether a relative link leads to something that is there. */
  exists(path: string): boolean;
}
