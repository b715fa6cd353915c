import type { Lesson } from './model.ts';

/** A compiled lesson as `capas inspect --json` prints it: an interface that other programs rely on. */
export interface Inspection {
  title: string;
  lang: string;
  source: string;
  slides: {
    id: string;
    title: string;
    section: string;
    line: number;
    words: number;
    text: string;
    notes: string;
    steps: string[];
  }[];
  steps: {
    id: string;
    line: number;
    prompt: string;
    command: string;
    inside: string | null;
    output: string;
    interactive: boolean;
    exit: number;
    images: string[];
  }[];
  diagrams: { id: string; line: number; kind: 'mermaid' | 'layers' }[];
  exercises: { id: string; number: number; line: number; text: string }[];
  warnings: { line: number; code: string; message: string }[];
}

export function makeInspection(lesson: Lesson): Inspection {
  const { title, lang, source } = lesson;
  return {
    title,
    lang,
    source,
    slides: lesson.slides.map(({ id, title, section, line, words, text, notes, steps }) => {
      return { id, title, section, line, words, text, notes, steps };
    }),
    steps: lesson.steps.map(({ id, line, prompt, command, inside, output, interactive, exit, images }) => {
      return { id, line, prompt, command, inside, output, interactive, exit, images };
    }),
    diagrams: lesson.diagrams.map(({ id, line, kind }) => ({ id, line, kind })),
    exercises: lesson.exercises.map(({ id, number, line, text }) => ({ id, number, line, text })),
    warnings: lesson.warnings.map(({ line, code, message }) => ({ line, code, message })),
  };
}
