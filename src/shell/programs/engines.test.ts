import { expect, test } from 'vitest';
import { readCommand } from '../command.ts';

test.each([
  ['docker run -it --name c1 ubuntu bash', 'shell', 'c1'],
  ['docker run -ti alpine', 'shell', 'alpine'],
  ['docker run -i -t debian sh', 'shell', 'debian'],
  ['docker container run --interactive --tty debian', 'shell', 'debian'],
  ['docker run -it python:3', 'python', 'python:3'],
  ['docker run -it --entrypoint sh nginx', 'shell', 'nginx'],
  ['docker attach c1', 'shell', 'c1'],
  ['docker start -ai c1', 'shell', 'c1'],
  ['docker exec -it db mysql -u root -psecret', 'sql', 'db'],
  ["docker exec -it db bash -c 'mysql -uroot -p$PW'", 'sql', 'db'],
  ['docker exec -it cache redis-cli', 'redis', 'cache'],
  ['docker exec -it <id> bash', 'shell', '<id>'],
  ['docker-compose exec app bash', 'shell', 'app'],
  ['docker compose exec -u root app sh', 'shell', 'app'],
  ['podman run -it debian', 'shell', 'debian'],
  ['podman unshare', 'shell', 'podman unshare'],
  ['nerdctl run -it debian', 'shell', 'debian'],
  ['sudo docker run -it debian', 'shell', 'debian'],
  ['docker --context far run -it debian', 'shell', 'debian'],
  ['docker run -it docker.io/library/node:20', 'other', 'docker.io/library/node:20'],
  ['docker run -it ruby', 'ruby', 'ruby'],
  ['docker run -it me/python', 'shell', 'me/python'],
  ['docker run -it --entrypoint sh hello-world', 'shell', 'hello-world'],
  ["docker-compose exec db bash -c 'mysql -u root'", 'sql', 'db'],
  ['podman-compose run app bash', 'shell', 'app'],
  ['docker debug web', 'shell', 'web'],
  ['podman unshare bash', 'shell', 'podman unshare'],
])('%s leaves a program open that understands %s: %s', (command, speaks, name) => {
  expect(readCommand(command).opens).toMatchObject({ speaks, name });
});

test.each([
  'docker run ubuntu ls',
  'docker run -it ubuntu ls',
  'docker run -dit ubuntu bash',
  'docker run -it hello-world',
  'docker exec db env',
  'docker exec -it db env',
  'docker-compose exec -T app bash',
  'docker attach --help',
  'docker start -a c1',
  'docker run -it me/whalesay',
  'docker run -i debian',
  'docker run -t debian',
  'docker run -it',
  'docker exec -it db',
  'docker-compose exec app',
  'docker-compose exec -d app bash',
  'podman unshare ls',
])('%s returns by itself', (command) => {
  expect(readCommand(command).opens).toBeNull();
});

test.each([
  ...[
    'docker run -it ubuntu',
    'docker run -it ubuntu bash',
    'docker exec -it db mysql',
    'docker-compose exec db mysql',
  ],
  ...['docker attach web', 'docker start -i web', 'kubectl exec -it web -- mysql'],
])('%s opens it in a container', (command) => {
  expect(readCommand(command).opens?.by).toBe('container');
});

test.each([
  ['docker', 'docker-compose'],
  ['podman', 'podman-compose'],
  ['nerdctl', 'nerdctl compose'],
  ['sudo docker', 'sudo docker compose'],
])('%s goes on until it is stopped where all engines do', (engine, compose) => {
  const endless = [
    ...[
      'logs -f web',
      'container logs --follow web',
      'service logs -f web',
      'stats',
      'events',
      'system events',
    ],
    ...['run -p 8080:80 nginx', 'run -P nginx', 'run --publish=80:80 nginx', 'container run -p 80:80 nginx'],
    ...['run ubuntu sleep infinity', 'exec web tail -f log', "run ubuntu sh -c 'tail -f log'"],
  ].map((words) => `${engine} ${words}`);
  const composed = ['up', 'up --build', 'logs -f', 'watch', 'exec web tail -f log', '-f x.yml up'];
  for (const command of [...endless, ...composed.map((words) => `${compose} ${words}`)])
    expect([command, readCommand(command).endless]).toEqual([command, true]);
  const ends = [
    ...[
      'logs web',
      'stats --no-stream',
      'events --until 1s',
      'run -d -p 80:80 nginx',
      'run nginx',
      'ps -f x',
    ],
    ...['run -p 80:80 nginx nginx -v', 'exec -d web tail -f log', 'run -p 80:80', 'exec -p web'],
  ].map((words) => `${engine} ${words}`);
  const composedEnds = [
    'up -d',
    'up --detach',
    'up --wait',
    'logs',
    '-f x.yml logs',
    'exec -d web tail -f log',
  ];
  for (const command of [...ends, ...composedEnds.map((words) => `${compose} ${words}`)])
    expect([command, readCommand(command).endless]).toEqual([command, false]);
});

test.each(['docker', 'podman', 'nerdctl', 'sudo docker'])(
  '%s asks before it goes on where all do',
  (engine) => {
    const asks = ['login', 'login -u me', 'system prune', 'volume prune', 'container prune', 'compose rm'];
    const inner = ['exec -it db mysql -p', 'run -i ubuntu passwd', 'compose exec db mysql -p'];
    for (const words of [...asks, ...inner])
      expect([words, readCommand(`${engine} ${words}`).asks]).toEqual([words, true]);
    const goesOn = [
      'login -u me --password-stdin',
      'login -p x',
      'login -px',
      'compose rm --force',
      'system prune -f',
      'volume prune --force',
      'compose rm -f',
    ];
    for (const words of [...goesOn, 'run ubuntu passwd', 'ps', 'rm web'])
      expect([words, readCommand(`${engine} ${words}`).asks]).toEqual([words, false]);
  },
);

test.each([
  ['docker run -it alpine vi f', true],
  ['docker exec -t web less f', true],
  ['docker compose exec web vi f', true],
  ['nerdctl exec -it web nano f', true],
  ['docker run alpine vi f', false],
  ['docker compose exec -T web vi f', false],
  ['docker container top web', false],
  ['docker run -it alpine ls less', false],
])('%s fills the screen: %s', (command, expected) => {
  expect(readCommand(command).fillsScreen).toBe(expected);
});

test('what runs in a container changes nothing of the machine', () => {
  expect(readCommand('docker run -it ubuntu apt install x').changesMachine).toBe(false);
});
