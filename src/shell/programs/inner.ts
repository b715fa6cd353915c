import type { Behaviour } from '../behaviour.ts';
import type { Language, Program } from '../program.ts';

/** The program that stays open in a container or a machine: what runs there, under that one's name. */
export function openIn(
  name: string,
  typed: readonly string[],
  otherwise: Language,
  inner?: Behaviour,
): Program | null {
  if (typed.length === 0) return { speaks: otherwise, name, by: 'container' };
  return inner?.opens ? { ...inner.opens, name, by: 'container' } : null;
}

/** `bash`, `/bin/sh`. */
export function isShellName(word: string): boolean {
  return shells.has(word.slice(word.lastIndexOf('/') + 1)) && (!word.includes('/') || word.startsWith('/'));
}

const shells = new Set(['bash', 'zsh', 'ash', 'dash', 'ksh', 'sh']);
