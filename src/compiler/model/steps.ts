import type { CommandFacts } from '../../shell/command.ts';

export interface Step {
  /** A short hash of what it runs and of its place among equal ones. */
  id: string;
  line: number;
  prompt: string;
  command: string;
  /** What the command does, by its text: read once, where the step is made. */
  does: CommandFacts;
  /** The step whose program this line is typed into, or `null` at the host's prompt. */
  inside: string | null;
  /** How that program is called in the interface, e.g. `contenedor1`; empty at the host's prompt. */
  insideName: string;
  output: string;
  /** Opens a program that waits for input (`docker run -it`, `docker attach`, an editor). */
  interactive: boolean;
  /** The exit status that the author expects; 0 unless the page says otherwise. */
  exit: number;
  /** Image references that it needs, e.g. `httpd:2.4`. */
  images: string[];
  /** Placeholders to ask for before it runs, as written: `<id>`, `NOMBRE`. */
  placeholders: string[];
  /**
   * Why nobody-at-the-keyboard can't run it: `null` when a rehearsal can.
   * `input` asks a question, `editor` takes the screen, `endless` never returns, `machine` changes the
   * machine itself (root), `placeholder` needs a value.
   */
  attended: null | 'input' | 'editor' | 'endless' | 'machine' | 'placeholder';
  /** Milliseconds that it may take; `null` for the default. */
  timeout: number | null;
  /** Which of the deck's terminals: 1 unless the page says otherwise. */
  terminal: number;
  /** How its output is compared in a rehearsal. */
  match: 'exact' | 'lines' | 'none';
}
