import { expect, test } from 'vitest';
import { isLeaving, readCommand, readStatement } from './command.ts';

test.each([
  ['cd x && docker run -it debian', 'debian'],
  ['docker exec -it <id> bash', '<id>'],
  ['echo x; bash', 'bash'],
])('what the last command opens stays open: %s', (command, name) => {
  expect(readCommand(command).opens?.name).toBe(name);
});

test.each([
  ...[
    'bash; ls',
    'echo x | bash',
    'bash < script',
    'cat <<EOF | bash\nls\nEOF',
    'python3 <<EOF\nbash\nEOF',
    '',
  ],
])('nothing stays open behind %j', (command) => {
  expect(readCommand(command).opens).toBeNull();
});

test.each([
  ['tail -f log', true],
  ['tail -f log &', false],
  ['tail -f log & ', false],
  ['tail -f a; ls', true],
  ['ls; tail -f a', true],
])('%s goes on: %s', (command, endless) => {
  expect(readCommand(command).endless).toBe(endless);
});

test.each([
  ['sudo docker ps', true],
  ['ls; sudo ls', true],
  ['docker ps', false],
])('%s changes the machine: %s', (command, changes) => {
  expect(readCommand(command).changesMachine).toBe(changes);
});

test.each([
  ['docker ps', ['ps']],
  ['sudo -u ana docker ps && podman pull a', ['ps', 'pull']],
  ['docker-compose up -d', ['compose up']],
  ['podman-compose ps', ['compose ps']],
  ['nerdctl ps', ['ps']],
  ['/usr/bin/docker ps', ['ps']],
  ['docker rm $(docker ps -aq)', ['rm', 'ps']],
  ['docker rm "$(docker ps -aq)"', ['rm', 'ps']],
  ['docker rm `docker ps -aq`', ['rm', 'ps']],
  ['echo "it\'s $(docker ps)"', ['ps']],
  ['a=$(docker inspect $(docker ps -q))', ['inspect', 'ps']],
  ['(cd app; docker build .)', ['build']],
  ['{ docker ps; }', ['ps']],
  ['for i in 1 2; do docker run -d a; done', ['run']],
  ['while docker ps; do docker stats; done', ['ps', 'stats']],
  ['until docker ps; do sleep 1; done', ['ps']],
  [
    'if docker ps; then docker stop a; elif docker info; then ls; else docker start a; fi',
    ['ps', 'stop', 'info', 'start'],
  ],
  ['! docker ps', ['ps']],
  ["bash -c 'docker ps'", ['ps']],
  ['watch -n 1 docker ps', ['ps']],
  ['docker ps -q | xargs -n 1 docker rm', ['ps', 'rm']],
  ['timeout -s INT 5 docker events', ['events']],
  ['strace -o x docker ps', ['ps']],
  ['DOCKER_BUILDKIT=1 docker build .', ['build']],
  ['docker exec dind docker ps', ['exec']],
  ['cat > x <<EOF\ndocker ps\nEOF', []],
  ['cat > x <<EOF\ndocker ps\nEOF\ndocker info', ['info']],
  ['echo "see the docker docs"', []],
  ["echo '$(docker ps)'", []],
  ['echo "(docker ps)"', []],
  ['echo \\`docker ps\\`', []],
  ['cat docker/README', []],
  ['apt install docker', []],
  ['docker-machine ls', []],
  ['# docker ps', []],
])('%s asks of an engine %j', (command, verbs) => {
  expect(readCommand(command).engine.map(({ verb }) => verb)).toEqual(verbs);
});

test('commands within commands are followed, but not for ever', () => {
  const deep = (open: string, close: string) => `${open.repeat(5_000)}docker ps${close.repeat(5_000)}`;
  expect(readCommand(deep('$(', ')')).engine).toEqual([]);
  expect(readCommand(deep('watch ', '')).engine).toEqual([]);
  expect(readCommand('watch watch watch watch watch watch docker ps').engine).toHaveLength(1);
});

test.each([
  ['docker ps', 'docker'],
  ['sudo /usr/bin/docker ps', 'docker'],
  ['A=1 ls | wc', 'ls'],
  ['', ''],
  ['# words', ''],
])('the first program of %j is %j', (command, program) => {
  expect(readCommand(command).program).toBe(program);
});

test.each([
  ...[
    'exit',
    'exit()',
    'exit 3',
    'exit;',
    ' EXIT ; ',
    'quit',
    'QUIT',
    'quit()',
    'logout',
    '\\q',
    '.quit',
    '.exit',
    '^D',
  ],
  ...['exit   # back to the host', 'quit 0', 'exit 130'],
])('%j ends the program that it is typed into', (command) => {
  expect(isLeaving(command)).toBe(true);
  expect(readCommand(command).leaves).toBe(true);
  expect(readStatement(command).leaves).toBe(true);
});

test.each(['exit now', 'echo exit', 'please exit 3', 'exits', 'quit x', '# exit', 'exit#x', 'exit 3 4', ''])(
  '%j does not',
  (command) => {
    expect(isLeaving(command)).toBe(false);
  },
);

test('a statement in another language than a shell’s does nothing that a shell’s command does', () => {
  expect(readStatement('docker run -it ubuntu; vi')).toEqual({
    ...{ opens: null, fillsScreen: false, asks: false, endless: false, changesMachine: false, engine: [] },
    ...{ program: '', leaves: false },
  });
});

test('the facts survive JSON', () => {
  const facts = readCommand('docker run -it --name web -p 80:80 ubuntu bash');
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
});
