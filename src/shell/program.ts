/** What a program understands that waits for lines. */
export type Language = 'shell' | 'sql' | 'redis' | 'mongo' | 'python' | 'ruby' | 'other';

/** A program that a command leaves open, waiting for what is typed into it. */
export interface Program {
  speaks: Language;
  /** How the interface calls it: the container, the host, the program. */
  name: string;
  /** How it was opened: a container's shell prints prompts of its own, `su` and `ssh` the host's. */
  by: 'container' | 'login' | 'program';
}

/** A shell of this machine, or of another one, under the prompt that hosts have. */
export function login(name: string): Program {
  return { speaks: 'shell', name, by: 'login' };
}
