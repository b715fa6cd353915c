import type { CalloutBlock } from '../model.ts';

/** Everything that the compiled pages say in words of their own, in each language of the interface. */
export interface Words {
  contents: string;
  agenda: string;
  continued: (part: number, parts: number) => string;
  /** Where a line is typed that is not for the host's prompt. */
  inside: (name: string) => string;
  insideProgram: string;
  missingPicture: string;
  remotePicture: string;
  exercise: (number: number) => string;
  diagram: string;
  recordedLayers: (day: string, standIn: boolean) => string;
  footnotes: string;
  handout: string;
  slides: string;
  course: string;
  previous: string;
  next: string;
  skip: string;
  callouts: Record<CalloutBlock['flavour'], string>;
  lessons: (count: number) => string;
  lessonFacts: (slides: number, steps: number, exercises: number) => string;
}

const SPANISH: Words = {
  contents: 'Contenido',
  agenda: 'Contenido',
  continued: (part, parts) => `${part} de ${parts}`,
  inside: (name) => `dentro de ${name}`,
  insideProgram: 'dentro del programa',
  missingPicture: 'Falta la imagen',
  remotePicture: 'Imagen en otra web',
  exercise: (number) => `Ejercicio ${number}`,
  diagram: 'Diagrama',
  recordedLayers: (day, standIn) => `Capas grabadas el ${day}${standIn ? ', de imágenes de ensayo' : ''}`,
  footnotes: 'Notas al pie',
  handout: 'Apuntes',
  slides: 'Diapositivas',
  course: 'Curso',
  previous: 'Anterior',
  next: 'Siguiente',
  skip: 'Ir al contenido',
  callouts: {
    note: 'Nota',
    tip: 'Consejo',
    important: 'Importante',
    warning: 'Atención',
    caution: 'Cuidado',
    question: 'Pregunta',
    challenge: 'Ejercicio',
    solution: 'Solución',
  },
  lessons: (count) => plural(count, 'lección', 'lecciones'),
  lessonFacts: (slides, steps, exercises) =>
    [
      plural(slides, 'diapositiva', 'diapositivas'),
      plural(steps, 'orden', 'órdenes'),
      plural(exercises, 'ejercicio', 'ejercicios'),
    ]
      .filter(Boolean)
      .join(' · '),
};

const ENGLISH: Words = {
  contents: 'Contents',
  agenda: 'Contents',
  continued: (part, parts) => `${part} of ${parts}`,
  inside: (name) => `inside ${name}`,
  insideProgram: 'inside the program',
  missingPicture: 'Missing picture',
  remotePicture: 'Picture on another site',
  exercise: (number) => `Exercise ${number}`,
  diagram: 'Diagram',
  recordedLayers: (day, standIn) => `Layers recorded on ${day}${standIn ? ', of stand-in images' : ''}`,
  footnotes: 'Footnotes',
  handout: 'Handout',
  slides: 'Slides',
  course: 'Course',
  previous: 'Previous',
  next: 'Next',
  skip: 'Skip to content',
  callouts: {
    note: 'Note',
    tip: 'Tip',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
    question: 'Question',
    challenge: 'Challenge',
    solution: 'Solution',
  },
  lessons: (count) => plural(count, 'lesson', 'lessons'),
  lessonFacts: (slides, steps, exercises) =>
    [
      plural(slides, 'slide', 'slides'),
      plural(steps, 'command', 'commands'),
      plural(exercises, 'exercise', 'exercises'),
    ]
      .filter(Boolean)
      .join(' · '),
};

/** The words of the interface for a page in this language: Spanish for `es…`, English for all others. */
export function wordsFor(lang: string): Words {
  return interfaceLanguage(lang) === 'es' ? SPANISH : ENGLISH;
}

export function interfaceLanguage(lang: string): 'es' | 'en' {
  return /^es\b/i.test(lang) ? 'es' : 'en';
}

function plural(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
