import { expect, test } from 'vitest';
import { findImages, findMadeImages } from './images.ts';

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
])('%s needs %j', (command, expected) => {
  expect(findImages(command)).toEqual(expected);
});

test.each([
  ['docker build -t me/app:v1 .', ['me/app:v1']],
  ['docker build --tag=me/app .', ['me/app']],
  ['docker tag app me/app:v2', ['me/app:v2']],
  ['docker commit web me/web', ['me/web']],
  ['docker run me/app', []],
])('%s makes %j', (command, expected) => {
  expect(findMadeImages(command)).toEqual(expected);
});
