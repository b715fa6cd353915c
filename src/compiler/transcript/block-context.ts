import type { Language } from '../../shell/program.ts';

/** What the page tells about a block beside its own text. */
export interface BlockContext {
  /** A shell is open in which one may be root: a `#` can be its prompt. */
  mayBeRoot: boolean;
  /** The page writes commands without prompts in blocks that carry no language. */
  untypedCommands: boolean;
  /** What the program understands that is open now; `null` at the host's prompt. */
  speaks: Language | null;
  /** The page's commands have prompts. */
  prompts: boolean;
  /** The page writes `#` as the prompt of its own root shell. */
  rootHabit: boolean;
}
