import type { EngineCall } from './engine-call.ts';
import type { Program } from './program.ts';
import type { SimpleCommand } from './simple-commands.ts';

/** What a command does once it runs, as far as its text tells. Plain data. */
export interface Behaviour {
  /** The program that it leaves open at its end, waiting for what is typed; `null` when it returns by itself. */
  opens: Program | null;
  /** Whether it takes the whole screen, as an editor does. */
  fillsScreen: boolean;
  /** Whether it asks a question before it goes on. */
  asks: boolean;
  /** Whether it goes on until it is stopped. */
  endless: boolean;
  /** Whether it changes the machine itself: needs root, installs into the system. */
  changesMachine: boolean;
  /** What it asks of container engines, in order. */
  engine: EngineCall[];
}

/** What the commands do together that a program is given to run. */
export type Look = (commands: readonly SimpleCommand[]) => Behaviour;

/** What is known of one program: what a command of it does. What it does not say it does not do. */
export type Knowledge = (command: SimpleCommand, look: Look) => Partial<Behaviour>;

/** Programs by name. */
export type Family = Record<string, Knowledge>;

/** A command of which nothing is known. */
export const returns: Behaviour = {
  opens: null,
  fillsScreen: false,
  asks: false,
  endless: false,
  changesMachine: false,
  engine: [],
};
