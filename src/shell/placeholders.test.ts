import { expect, test } from 'vitest';
import { findPlaceholders } from './placeholders.ts';

test.each([
  ['docker rm <id>', ['<id>']],
  ['docker rm `<id>`', ['`<id>`']],
  ['docker push $$user$$/app', ['$$user$$']],
  ['echo $$ a $$', []],
  ['docker cp <container id>:/tmp <host path>', ['<container id>', '<host path>']],
  ['docker network connect dev <container_id>', ['<container_id>']],
  ['docker rename NOMBRE nuevo', ['NOMBRE']],
  ['docker rm `<id> `', ['<id>']],
  ['docker rm XXXX AXXX', ['XXXX']],
  ['docker push USUARIO/imagen', ['USUARIO']],
  ['ssh root@TU_IP', ['TU_IP']],
  ['ls /overlay2/[YOUR_ID]/diff', ['[YOUR_ID]']],
  ['docker stop <id> && docker rm <id>', ['<id>']],
  ['store put a [LARGE VALUE...]', ['[LARGE VALUE...]']],
  ['wget {{ site.url }}/a.zip', ['{{ site.url }}']],
  ["docker ps --format '{{.ID}}'", []],
  ['echo $USUARIO', []],
  ['echo "$NAME"', []],
  ['docker run -e USUARIO=prueba ubuntu', []],
  ['echo "<h1>Hola</h1>" > index.html', []],
  ['cat <<EOF\n<name>\nEOF', []],
  ["bash -c 'echo NOMBRE'", []],
  ['diff <(ls a) <(ls b)', []],
  ['mysql < NAME.sql', []],
  ['GET counter', []],
  ['tr [A-Z] [a-z]', []],
])('%s has to be filled in at %j', (command, expected) => {
  expect(findPlaceholders(command)).toEqual(expected);
});
