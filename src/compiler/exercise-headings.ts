/** Headings under which a page sets its class to work, in the languages that courses are written in. */
const HEADING =
  /^(?:\d+[.)]?\s*)?(?:ejercicios?|exercises?|tareas?|actividad(?:es)?|prácticas?|practicas?|challenges?|your turn|retos?|try it(?: yourself)?|hands[- ]on|te toca)(?=$|[\s:.,;(\d-])/iu;

/** Whether a heading announces exercises: `Ejercicios`, `Exercise 2: volumes`. */
export function isExerciseHeading(title: string): boolean {
  return HEADING.test(title.trim());
}
