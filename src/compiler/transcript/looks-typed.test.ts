import { describe, expect, test } from 'vitest';
import { firstWord, hasShellSign, judgeLine, printsShellText } from './looks-typed.ts';

describe('judgeLine', () => {
  test.each([
    ['docker ps -a', 'strong'],
    ['docker  run -it debian', 'strong'],
    ['sudo docker volume ls', 'strong'],
    ['DEBUG=1 npm test', 'strong'],
    ['cd build', 'strong'],
    ['ip a', 'strong'],
    ['watch oc get pod', 'strong'],
    ['./install latest 1.2', 'strong'],
    ['cat<<END >file', 'strong'],
    ['for f in *.dat', 'strong'],
    ['while true', 'strong'],
    ['curl localhost:8080', 'strong'],
    ['npm test   # what we did for the first time', 'strong'],
    ['kuectl get pods', 'plausible'],
    ['my-tool run "the first page" now', 'plausible'],
    ['my-tool eval "() => {', 'plausible'],
    ['yarn lint', 'plausible'],
    ['make doc-only', 'plausible'],
    ['make the second image with it', 'no'],
    ['tools/test.py test/a.js', 'plausible'],
    [`OPTIONS='--require "./a b.js"' node app.js`, 'strong'],
    ['export CONF=/<path to the file>/a.cnf', 'strong'],
    ['docker run --net prod redis ...', 'plausible'],
    ['$(npm bin)/tool --long', 'plausible'],
    ['ping 1.1', 'strong'],
    ['make', 'strong'],
    ['sudo -E A=1 \\', 'strong'],
    ['npm pkg get name version', 'strong'],
    ['virt-thing --name a \\', 'strong'],
    ['echo $$', 'strong'],
    ['image=$(docker build -q .)', 'strong'],
    ['(cd tools; make all)', 'strong'],
    ['editor = "nano -w"', 'no'],
    ['', 'no'],
    ['Successfully copied 2kB', 'no'],
    ['docker is a tool for containers', 'no'],
    ['docker version 20.10.5', 'no'],
    ['mysql: [Warning] insecure', 'no'],
    ['{ "a": 1 }', 'no'],
    ['"RootFS": {', 'no'],
    ['server {', 'no'],
    ['listen 80;', 'no'],
    ['pulling manifest ...', 'no'],
    ['Creating web ... done', 'no'],
    ['drwxr-xr-x 2 root root 4096 .', 'no'],
    ['total 8', 'no'],
    ['web   nginx   2 days', 'no'],
    ['FROM debian', 'no'],
    ['install the package', 'no'],
    ['172.17.0.2 web', 'no'],
    ['usuario/nombre:etiqueta', 'no'],
  ])('%s: %s', (line, likeness) => {
    expect(judgeLine(line)).toBe(likeness);
  });
});

test.each([
  ['sudo docker ps', 'docker'],
  ['sudo -E docker ps', 'docker'],
  ['A=1 B=2 make', 'make'],
  ['cat<<EOF', 'cat'],
  ['ls;pwd', 'ls'],
])('the program of %s is %s', (line, name) => {
  expect(firstWord(line)).toBe(name);
});

test.each([
  ['a -x', true],
  ['a --long=1', true],
  ['A=1 tool b', true],
  ['A=1', false],
  ['a | b', true],
  ['a $B', true],
  ['a > b', true],
  ['hello world', false],
  ['a-b c', false],
])('%s has a sign of the shell: %s', (line, sign) => {
  expect(hasShellSign(line)).toBe(sign);
});

test.each([
  ['docker-machine env default', true],
  ['cat script.sh', true],
  ['docker swarm init', true],
  ['cat index.html', false],
])('%s prints lines that could be typed: %s', (command, prints) => {
  expect(printsShellText(command)).toBe(prints);
});
