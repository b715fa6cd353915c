import { describe, expect, test } from 'vitest';
import { findPrompt } from './prompt.ts';

describe('findPrompt', () => {
  test.each([
    ['$ ls', 'plain', '$', 'ls'],
    ['(venv) $ ls', 'plain', '(venv) $', 'ls'],
    ['$> npm test', 'plain', '$>', 'npm test'],
    ['% ls', 'plain', '%', 'ls'],
    ['❯ ls', 'plain', '❯', 'ls'],
    ['➜  site git:(main) ✗ ls', 'plain', '➜  site git:(main) ✗', 'ls'],
    ['$docker ps', 'plain', '$', 'docker ps'],
    ['└─$ ls', 'plain', '└─$', 'ls'],
    ['└──╼ $ls', 'plain', '└──╼ $', 'ls'],
    ['┌──(kali㉿kali)-[~]', 'location', '┌──(kali㉿kali)-[~]', ''],
    ['host$ ls', 'word', 'host$', 'ls'],
    ['root# ls', 'word', 'root#', 'ls'],
    ['# ls', 'hash', '#', 'ls'],
    ['root@a2d1ce6990d8:/# echo hi', 'named', 'root@a2d1ce6990d8:/#', 'echo hi'],
    ['root@web::/srv# ls', 'named', 'root@web::/srv#', 'ls'],
    ['user@host:~/my dir$ ls', 'named', 'user@host:~/my dir$', 'ls'],
    ['[root@0ecccdfa45ef /]# ls', 'named', '[root@0ecccdfa45ef /]#', 'ls'],
    ['root@web:/#ls', 'named', 'root@web:/#', 'ls'],
    ['~/build$ ls', 'path', '~/build$', 'ls'],
    ['/data$ ls', 'path', '/data$', 'ls'],
    ['laptop:~$ ls', 'path', 'laptop:~$', 'ls'],
    ['Anas-Mac:~/app ana$ ls', 'path', 'Anas-Mac:~/app ana$', 'ls'],
    ['/ # ls', 'box', '/ #', 'ls'],
    ['/ # / # ls', 'box', '/ #', 'ls'],
    ['bash-5.1# ls', 'box', 'bash-5.1#', 'ls'],
    ['MariaDB [(none)]> quit', 'program', 'MariaDB [(none)]>', 'quit'],
    ['mysql> SHOW TABLES;', 'program', 'mysql>', 'SHOW TABLES;'],
    ['postgres=# \\l', 'program', 'postgres=#', '\\l'],
    ['127.0.0.1:6379> GET a', 'program', '127.0.0.1:6379>', 'GET a'],
    ['>>> 1 + 1', 'program', '>>>', '1 + 1'],
    ['test> db.a.find()', 'program', 'test>', 'db.a.find()'],
    ['PS C:\\Users\\ana> docker ps', 'foreign', 'PS C:\\Users\\ana>', 'docker ps'],
    ['PS> docker ps', 'foreign', 'PS>', 'docker ps'],
    ['C:\\> dir', 'foreign', 'C:\\>', 'dir'],
    ['> docker ps', 'angle', '>', 'docker ps'],
  ])('%s is a %s prompt', (line, kind, text, rest) => {
    expect(findPrompt(line)).toMatchObject({ kind, text, rest });
  });

  test.each([
    '$name = 1;',
    '$HOME/bin',
    '#!/bin/sh',
    '##',
    '100%',
    '46: eth0@if47: <UP> mtu 1500',
    ' $ ls',
    '>= 3',
  ])('%s begins with no prompt', (line) => {
    expect(findPrompt(line)).toBeNull();
  });

  test.each([
    ['mysql>', 'sql'],
    ['postgres=#', 'sql'],
    ['127.0.0.1:6379>', 'redis'],
    ['>>>', 'python'],
    ['irb(main):001:0>', 'ruby'],
    ['test>', 'mongo'],
    ['sftp>', 'other'],
  ])('%s belongs to a program that understands %s', (prompt, who) => {
    expect(findPrompt(`${prompt} x`)).toMatchObject({ who });
  });
});
