import { expect, test } from 'vitest';
import { readEngineCommand } from './engine-command.ts';
import { splitCommand } from './simple-commands.ts';

const read = (command: string) => readEngineCommand(splitCommand(command)[0]!);

test.each([
  ['docker ps', 'ps', ''],
  ['docker', '', ''],
  ['docker --context x -H tcp://y run ubuntu ls', 'run', 'ubuntu ls'],
  ['docker run -it --name a -v x:y ubuntu ls -l', 'run', 'ubuntu ls -l'],
  ['docker run -e A=1 --network-alias b ubuntu', 'run', 'ubuntu'],
  ['docker container run ubuntu', 'run', 'ubuntu'],
  ['docker container rm -f a b', 'rm', 'a b'],
  ['docker container inspect a', 'container inspect', 'a'],
  ['docker container prune', 'container prune', ''],
  ['docker container', 'container', ''],
  ['docker image rm a', 'rmi', 'a'],
  ['docker image remove a', 'rmi', 'a'],
  ['docker rmi -f a', 'rmi', 'a'],
  ['docker image build -t a .', 'build', '.'],
  ['docker image inspect a', 'image inspect', 'a'],
  ['docker buildx build --platform x .', 'build', '.'],
  ['docker builder build .', 'build', '.'],
  ['docker buildx ls', 'buildx ls', ''],
  ['docker volume create data', 'volume create', 'data'],
  ['docker network ls', 'network ls', ''],
  ['docker system prune', 'system prune', ''],
  ['docker system events', 'events', ''],
  ['docker service logs a', 'service logs', 'a'],
  ['docker stop -t 5 a', 'stop', 'a'],
  ['docker restart -t 5 a', 'restart', 'a'],
  ['docker kill -s INT a', 'kill', 'a'],
  ['docker inspect -f x a', 'inspect', 'a'],
  ['docker save -o f a', 'save', 'a'],
  ['docker commit -m words a b', 'commit', 'a b'],
  ['docker exec -u root a ls -l', 'exec', 'a ls -l'],
  ['docker compose -f x.yml -p y exec -u root app ls -l', 'compose exec', 'app ls -l'],
  ['docker compose run --name a app', 'compose run', 'app'],
  ['docker-compose -f x.yml up -d', 'compose up', ''],
  ['podman-compose down', 'compose down', ''],
  ['podman rm a', 'rm', 'a'],
  ['nerdctl compose logs -f', 'compose logs', ''],
  ['docker constructor x', 'constructor', 'x'],
])('%s: the verb is %j, its words %j', (command, verb, words) => {
  const found = read(command)!;
  expect([found.verb, found.words.join(' ')]).toEqual([verb, words]);
});

test('what stands before a container’s command are options', () => {
  expect(read('docker run -it --rm ubuntu -d')!.options).toEqual(['-it', '--rm']);
  expect(read('docker rm a -f')!.options).toEqual(['a', '-f']);
});

test.each(['ls docker', 'docker-machine ls', 'dockerd', 'buildah ps', 'kubectl get pods'])(
  '%s speaks to no engine',
  (command) => {
    expect(read(command)).toBeNull();
  },
);
