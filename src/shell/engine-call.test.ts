import { expect, test } from 'vitest';
import { readEngineCall } from './engine-call.ts';
import { splitCommand } from './simple-commands.ts';

const read = (command: string) => splitCommand(command).flatMap((simple) => readEngineCall(simple) ?? []);

test.each([
  ['docker run -it ubuntu bash', ['ubuntu']],
  ['docker run -d --name web -p 80:80 httpd:2.4', ['httpd:2.4']],
  ['sudo docker run --rm -v "$PWD:/src" node:20 npm test', ['node:20']],
  ['docker container run --detach nginx', ['nginx']],
  ['docker create --name c debian', ['debian']],
  ['docker pull a && docker pull b:1', ['a', 'b:1']],
  ['docker image inspect python:3.12', ['python:3.12']],
  ['docker inspect web', []],
  ['docker inspect registry:5000/web', ['registry:5000/web']],
  ['podman run quay.io/podman/hello', ['quay.io/podman/hello']],
  ['docker run $IMAGE', []],
  ['docker run <image>', []],
  ['docker rmi 3bbf39d0ec26', []],
  ['docker container rm web', []],
  ['docker exec -it web bash', []],
  ['docker history ubuntu', ['ubuntu']],
  ['echo docker run ubuntu', []],
  ['docker run --platform linux/arm64 alpine uname -m', ['alpine']],
  ['docker rmi -f httpd', ['httpd']],
  ['docker inspect web:1', ['web:1']],
  ['docker pull --platform linux/arm64 httpd', ['httpd']],
  ['docker save -o a.tar httpd a@sha256:00ff', ['httpd', 'a@sha256:00ff']],
  ['docker tag app me/app:v2', ['app']],
  ['docker exec httpd ls', []],
  ['docker run Ubuntu', []],
  ['nerdctl run ubuntu', ['ubuntu']],
  ['docker --context far run ubuntu', ['ubuntu']],
])('%s needs %j', (command, expected) => {
  expect(read(command).flatMap(({ images }) => images)).toEqual(expected);
});

test.each([
  ['docker build -t me/app:v1 .', ['me/app:v1']],
  ['docker build --tag=me/app .', ['me/app']],
  ['docker tag app me/app:v2', ['me/app:v2']],
  ['docker commit web me/web', ['me/web']],
  ['docker run me/app', []],
  ['docker build -t a -t b:1 .', ['a', 'b:1']],
  ['docker buildx build --tag a .', ['a']],
  ['docker build -t $NAME .', []],
  ['docker commit web', []],
])('%s makes %j', (command, expected) => {
  expect(read(command).flatMap(({ makes }) => makes)).toEqual(expected);
});

test.each([
  ['docker run -d --name web nginx', 'web'],
  ['docker run -d --name "web" nginx', 'web'],
  ['docker run --name=web nginx', 'web'],
  ['docker \\\n run --name web nginx', 'web'],
  ['podman create --name web nginx', 'web'],
  ['nerdctl container run --name web nginx', 'web'],
  ['docker compose run --name web app', 'web'],
  ['docker run nginx --name web', null],
  ['docker run nginx', null],
  ['docker volume create --name data', null],
  ['docker exec --name x web', null],
])('%s names its container %j', (command, name) => {
  expect(read(command)[0]!.container).toBe(name);
});

test.each([
  ['docker run -d nginx', true, false],
  ['docker run -itd nginx', true, false],
  ['docker run --detach --rm nginx', true, true],
  ['docker run --rm nginx', false, true],
  ['docker create --rm nginx', false, true],
  ['docker run nginx -d --rm', false, false],
  ['docker compose run --rm app', false, true],
  ['docker exec -d web ls', false, false],
])('%s: the container runs on %s, is removed at its end %s', (command, detached, removed) => {
  expect(read(command)[0]).toMatchObject({ detached, removed });
});

test('what speaks to no engine asks nothing of one', () => {
  expect(read('echo docker run ubuntu')).toEqual([]);
});
