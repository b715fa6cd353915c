import { expect, test } from 'vitest';
import { findProgram } from './program.ts';

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
  ['kubectl exec -it web -- /bin/bash', 'shell', 'web'],
  ['oc rsh web', 'shell', 'web'],
  ['podman run -it debian', 'shell', 'debian'],
  ['ssh ana@server', 'shell', 'ana@server'],
  ['su - ana', 'shell', 'ana'],
  ['sudo -i', 'shell', 'root'],
  ['sudo unshare --uts --net', 'shell', 'unshare'],
  ['nsenter -t 700 -n', 'shell', 'nsenter'],
  ['podman unshare', 'shell', 'podman unshare'],
  ['buildah run work -- bash', 'shell', 'work'],
  ['bash', 'shell', 'bash'],
  ['vagrant ssh', 'shell', 'vagrant'],
  ['mysql -u root', 'sql', 'mysql'],
  ['psql shop', 'sql', 'psql'],
  ['python3', 'python', 'python3'],
  ['mongosh', 'mongo', 'mongosh'],
  ['cd x && docker run -it debian', 'shell', 'debian'],
])('%s leaves a program open that understands %s: %s', (command, speaks, name) => {
  expect(findProgram(command)).toMatchObject({ speaks, name });
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
  'kubectl exec web -- date',
  'ssh server uptime',
  'bash script.sh',
  "bash -c 'ls'",
  'mysql -e "SHOW TABLES"',
  'mysql < dump.sql',
  'python3 app.py',
  'psql -c "SELECT 1"',
  'echo x | bash',
  'ls',
])('%s returns by itself', (command) => {
  expect(findProgram(command)).toBeNull();
});
