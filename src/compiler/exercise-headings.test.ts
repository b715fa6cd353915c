import { expect, test } from 'vitest';
import { isExerciseHeading } from './exercise-headings.ts';

test.each([
  'Ejercicios',
  'Ejercicio 1: volúmenes',
  'Exercises',
  'Exercise 2',
  'Tarea',
  'Challenge: rename it',
  '5. Ejercicios',
  'Actividades',
])('%s announces exercises', (title) => expect(isExerciseHeading(title)).toBe(true));

test.each(['Imágenes', 'Ejerciciosidad', 'Exercised rights', 'Los ejercicios de ayer', ''])(
  '%s does not',
  (title) => expect(isExerciseHeading(title)).toBe(false),
);
