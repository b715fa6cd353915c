import type { Block } from '../../model.ts';
import type { Atom } from '../atoms.ts';
import type { Type } from '../layout.ts';

/** How slides take one kind of block. */
export interface Splitting<B extends Block> {
  /** `matter`: a class looks at it for its own sake; `text`: it says something of that; `never`: no slide shows it. */
  shows: 'matter' | 'text' | 'never';
  /** What a slide's end may fall between, each with its height and with how it is put together again. */
  atoms(block: B, setting: Setting, atomsOf: AtomsOf): Atom[];
  /** What a slide shows of it where that is less than all; `inside` shortens the blocks that it holds. */
  shorten?(block: B, inside: (blocks: Block[]) => Block[]): B;
  /** What is left when a part of it is too tall for any slide: that part within so many pixels. */
  trim?(block: B, room: number): B;
  /** Says with each atom what was cut of it, where not all is said with the first one. */
  speak?(block: B, atoms: Atom[]): void;
}

/** Room that a block is set in. */
export interface Setting {
  /** Pixels. */
  width: number;
  /** Width of the slide's body, for what is lifted out of lists. */
  outer: number;
  type: Type;
  /** Font size of its text. */
  size: number;
  /** How many lists it stands in. */
  depth: number;
  /** By step: the one that opened the program into which it is typed. */
  inside(step: string): string | null;
}

/** Takes a block of any kind apart. */
export type AtomsOf = (block: Block, setting: Setting) => Atom[];
