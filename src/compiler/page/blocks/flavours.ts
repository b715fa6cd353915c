import { plainInline } from '../../inline/nodes.ts';
import type { Block, CalloutBlock, Inline } from '../../model.ts';
import { noAttributes } from '../attributes.ts';

export type Flavour = CalloutBlock['flavour'];

/** The names that dialects give to asides, in English and in Spanish, by the face that each gets. */
const names: Record<Flavour, string> = {
  note:
    'note notes-box nota info information notice abstract summary resumen tldr definition definicion example ejemplo ' +
    'callout objectives objetivos prereq prerequisite prerequisites testimonial checklist new highlight seealso ' +
    'primary secondary details spoiler',
  tip: 'tip hint consejo pista success check done truco',
  important: 'important importante keypoints highlight-box attention atencion',
  warning: 'warning aviso advertencia warn alert',
  caution: 'caution danger error failure fail bug peligro cuidado',
  question: 'question questions pregunta preguntas help faq discussion',
  challenge: 'challenge exercise exercises ejercicio ejercicios reto lab tarea',
  solution: 'solution solucion answer respuesta',
};

const flavours = new Map<string, Flavour>(
  Object.entries(names).flatMap(([flavour, list]) =>
    list.split(' ').map((name) => [name, flavour as Flavour]),
  ),
);

/** The face for a dialect's name of an aside: `warning`, `notice--danger`, `callout-note`; `null` when it names none. */
export function flavourOf(name: string): Flavour | null {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(?:notice--|notice-|alert-|callout-|admonition-|box-)/, '')
    .replace(/-title$/, '');
  return flavours.get(plain) ?? null;
}

/** An aside; a heading that stands first in it is its title. */
export function makeCallout(flavour: Flavour, line: number, blocks: Block[], title?: Inline): CalloutBlock {
  const first = blocks[0];
  const headed = title === undefined && first?.kind === 'heading';
  return {
    kind: 'callout',
    line,
    attributes: noAttributes(),
    flavour,
    title: title ?? (headed ? first.inline : plainInline('')),
    blocks: headed ? blocks.slice(1) : blocks,
  };
}
