import { expect, test } from 'vitest';
import { readWhereabouts } from './whereabouts.ts';

test.each([
  ['From inside the container you can `ls`:', 'inside'],
  ['and then from the container check it', 'inside'],
  ['Run this within your alpine container:', 'inside'],
  ['Dentro del contenedor ejecutamos:', 'inside'],
  ['Desde el contenedor comprobamos:', 'inside'],
  ['Exit the container:', 'inside'],
  ['Open another terminal and run:', 'host'],
  ['En otra pestaña, podemos ejecutar:', 'host'],
  ['Back on the host, list it:', 'host'],
  ['Desde el anfitrión:', 'host'],
  ['Crea un contenedor:', null],
  ['and check the host to see that you are not in your local system', null],
  ['Inside the container.\nThen something else.\nAnd now this:', null],
])('%s says %s', (lead, where) => {
  expect(readWhereabouts(lead)).toBe(where);
});
