import { describe, expect, test } from 'vitest';
import type { Block } from '../model.ts';
import { readTranscripts } from './read.ts';
import { code, paragraph } from './transcript.fixture.ts';

/** Each step as `command < command of the step whose program it is typed into`. */
function seats(...blocks: (string | Block)[]): string[] {
  const { steps } = readTranscripts(
    blocks.map((block) => (typeof block === 'string' ? code(block, 'bash') : block)),
  );
  return steps.map(({ command, inside }) => {
    const opener = steps.find(({ id }) => id === inside)?.command;
    return opener === undefined ? command : `${command} < ${opener}`;
  });
}

const run = 'docker run -it --name c debian';

describe('with prompts', () => {
  test('a container’s prompt leads into what was opened, the host’s prompt out of it', () => {
    expect(seats(`$ ${run}\nroot@c:/# ls\n$ docker ps`)).toEqual([run, `ls < ${run}`, 'docker ps']);
  });

  test('prompts nest, and a client is left before its shell', () => {
    expect(
      seats(
        `$ ${run}\nroot@c:/# mysql -u root\nMariaDB [(none)]> show databases;\nMariaDB [(none)]> quit\nroot@c:/# ls`,
      ),
    ).toEqual([
      run,
      `mysql -u root < ${run}`,
      'show databases; < mysql -u root',
      'quit < mysql -u root',
      `ls < ${run}`,
    ]);
  });

  test('a container’s id may change between two lines', () => {
    expect(seats(`$ ${run}`, 'root@2df2bf1488c5:/# ls\nroot@75f87f84a091:/# pwd')).toEqual([
      run,
      `ls < ${run}`,
      `pwd < ${run}`,
    ]);
  });

  test('a container that waits in the background is found again by its prompt', () => {
    const other = 'docker run -it --name d alpine';
    expect(
      seats(`$ ${run}\nroot@98ab5a0c2f0c:/# ls`, `$ ${other}\n/ # ls`, 'root@98ab5a0c2f0c:/# pwd'),
    ).toEqual([run, `ls < ${run}`, other, `ls < ${other}`, `pwd < ${run}`]);
  });

  test('after exit the next prompt of a container is the one below', () => {
    expect(seats(`$ ${run}\nroot@c:/# bash\nroot@c:/# exit\nroot@c:/# ls`)).toEqual([
      run,
      `bash < ${run}`,
      'exit < bash',
      `ls < ${run}`,
    ]);
  });

  test('a container that was removed is not typed into', () => {
    expect(seats(`$ ${run}\n/ # ls`, '$ docker rm -f c', '/ # pwd')).toEqual([
      run,
      `ls < ${run}`,
      'docker rm -f c',
    ]);
  });

  test('a prompt of a program that nobody opened is shown, not run', () => {
    expect(seats('mysql> SHOW TABLES;', 'root@a2d1ce6990d8:/# ls')).toEqual([]);
  });

  test('user and host of the teacher’s own machine are the host', () => {
    expect(seats(`ana@laptop:~$ ${run}\nroot@c:/# ls\nana@laptop:~$ docker ps`)).toEqual([
      run,
      `ls < ${run}`,
      'docker ps',
    ]);
  });

  test('after su and ssh in the same block, $ is the other machine’s', () => {
    expect(seats('$ ssh ana@server\n$ ls', '$ docker ps')).toEqual([
      'ssh ana@server',
      'ls < ssh ana@server',
      'docker ps',
    ]);
  });

  test('a lone # that speaks to the engine or to systemd is the machine’s own root, as are those below it', () => {
    expect(
      seats(`$ ${run}\n# ls /`, '# systemctl restart docker\n# cat /etc/hosts', '# cat /etc/issue'),
    ).toEqual([
      run,
      `ls / < ${run}`,
      'systemctl restart docker',
      'cat /etc/hosts',
      `cat /etc/issue < ${run}`,
    ]);
  });

  test('a namespace’s shell is one to type into', () => {
    expect(seats('$ sudo unshare --pid --fork\n# ps ax')).toEqual([
      'sudo unshare --pid --fork',
      'ps ax < sudo unshare --pid --fork',
    ]);
  });

  test('a directory in the prompt is the host’s', () => {
    expect(seats('$ cd a\n~/a$ ls')).toEqual(['cd a', 'ls']);
  });

  test('exit at the host would end the demo’s shell: it is not offered', () => {
    expect(seats('$ ls\n$ exit')).toEqual(['ls']);
  });
});

describe('prompts of other kinds', () => {
  test('a client’s own marks of continuation are not typed', () => {
    expect(seats('$ node\n> [1].forEach((one) => {\n...   console.log(one);\n... })\n1')).toEqual([
      'node',
      '[1].forEach((one) => {\n  console.log(one);\n}) < node',
    ]);
  });

  test('a lone > is typed into the client that was opened, and is nobody’s at the host', () => {
    expect(seats("$ docker exec -it db mongo shop\n> db.auth('ana', 'x')", '> db.auth()')).toEqual([
      'docker exec -it db mongo shop',
      "db.auth('ana', 'x') < docker exec -it db mongo shop",
    ]);
  });

  test('a word is the name of a machine', () => {
    expect(seats(`host$ ${run}\ncontainer# ls\nhost$ docker ps`)).toEqual([run, `ls < ${run}`, 'docker ps']);
  });

  test('a word before a # is no prompt when no command follows', () => {
    expect(seats('$ cat notes\nissue# 12 of the list')).toEqual(['cat notes']);
  });

  test('a lone > is the prompt of a client that has no other', () => {
    const mongo = 'docker exec -ti db mongo';
    expect(seats(`${mongo}\n> show dbs\nadmin 0GB\n> use shop`)).toEqual([
      mongo,
      `show dbs < ${mongo}`,
      `use shop < ${mongo}`,
    ]);
  });

  test('a lone # after a login is root’s', () => {
    expect(seats('$ sudo -i\n# docker ps\n# exit\n$ ls')).toEqual([
      'sudo -i',
      'docker ps < sudo -i',
      'exit < sudo -i',
      'ls',
    ]);
  });

  test('bash’s own prompt without a name is the host’s when nothing is open', () => {
    expect(seats('bash-4.4$ docker ps', 'bash-5.1# ls')).toEqual(['docker ps']);
  });
});

describe('without prompts', () => {
  test('commands after one that opens a shell are typed inside it, until a tool of the host', () => {
    expect(seats(run, 'pwd\nls', 'docker ps', 'ls')).toEqual([
      run,
      `pwd < ${run}`,
      `ls < ${run}`,
      'docker ps',
      'ls',
    ]);
  });

  test('exit leaves the shell', () => {
    expect(seats(run, 'touch a\nexit\nls')).toEqual([run, `touch a < ${run}`, `exit < ${run}`, 'ls']);
  });

  test('the text says that one is inside again', () => {
    expect(seats(run, 'docker ps', paragraph('From inside the container you can look:'), 'ls')).toEqual([
      run,
      'docker ps',
      `ls < ${run}`,
    ]);
  });

  test('the text says that it is another terminal', () => {
    expect(seats(run, paragraph('En otra terminal ejecutamos:'), 'ls')).toEqual([run, 'ls']);
  });

  test('exit, whatever stands between, leaves what is still open', () => {
    expect(seats(run, 'docker ps', 'exit')).toEqual([run, 'docker ps', `exit < ${run}`]);
  });
});

describe('statements without the program’s prompt', () => {
  const redis = 'docker exec -it cache redis-cli';

  test('are typed into the client that is open', () => {
    expect(seats(`$ ${redis}`, 'SET a 1\nINFO server\nQUIT', '$ docker ps')).toEqual([
      redis,
      `SET a 1 < ${redis}`,
      `INFO server < ${redis}`,
      `QUIT < ${redis}`,
      'docker ps',
    ]);
  });

  test('go on until their semicolon', () => {
    expect(seats('$ mysql -u root', code('USE shop;\nSELECT *\nFROM a;', 'sql')).at(-1)).toBe(
      'SELECT *\nFROM a; < mysql -u root',
    );
  });

  test('are a file when no client is open', () => {
    expect(seats(code('SELECT 1;', 'sql'), code('GET a\nINFO server', 'bash'))).toEqual([]);
  });

  test('are all of the block or nothing', () => {
    expect(seats(`$ ${redis}`, 'GET a\n"1"')).toEqual([redis]);
  });
});
