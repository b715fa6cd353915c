import { expect, it } from 'vitest';
import { isPromptOf, isSamePrompt, looksLikePrompt } from './waiting.ts';

it.each([
  ['root@a2d1ce6990d8:/#', 'root@9c1b2d3e4f5a:/# '],
  ['root@a2d1ce6990d8:/#', 'root@9c1b2d3e4f5a:/var/www# '],
  ['root@a2d1ce6990d8:/#', 'root@9c1b2d3e4f5a:~# '],
  ['[root@a2d1ce6990d8 /]#', '[root@9c1b2d3e4f5a /etc]# '],
  ['/ #', '/app # '],
  ['/ #', '~ # '],
  ['bash-5.1#', 'bash-5.2# '],
  ['root@web-9:/#', 'root@web-10:/# '],
  ['MariaDB [(none)]>', 'MariaDB [shop]> '],
  ['>>>', '>>> '],
  ['127.0.0.1:6379>', '127.0.0.1:6380> '],
  ['', ''],
])('%j and %j are the same program’s', (one, other) => {
  expect(isSamePrompt(one, other)).toBe(true);
});

it.each([
  ['root@a2d1ce6990d8:/#', 'root@laptop:/# '],
  ['root@a2d1ce6990d8:/#', 'root@laptop:~# '],
  ['root@a2d1ce6990d8:/#', 'ana@9c1b2d3e4f5a:/$ '],
  ['root@a2d1ce6990d8:/#', 'root@9c1b2d3e4f5a:/# ls'],
  ['root@a2d1ce6990d8:/#', '# '],
  ['[root@a2d1ce6990d8 /]#', '[root@laptop ~]# '],
  ['/ #', '# '],
  ['mysql>', '>>> '],
  ['mysql>', ''],
])('%j and %j may be two programs’', (one, other) => {
  expect(isSamePrompt(one, other)).toBe(false);
});

it('a line is a prompt when it looks like one, or like the page’s', () => {
  expect(isPromptOf('root@9c1b2d3e4f5a:/# ', '')).toBe(true);
  expect(isPromptOf('In [2]: ', 'In [1]:')).toBe(true);
  expect(isPromptOf('(gdb) ', '(gdb)')).toBe(true);
  expect(isPromptOf('Reading symbols... ', '(gdb)')).toBe(false);
  expect(isPromptOf('', '')).toBe(false);
});

it.each([
  ...['$ ', '>>> ', 'mysql> ', 'root@1:/# ', '% ', '» ', '❯ ', 'Password for ana: ', 'Contraseña: '].map(
    (line) => [line, true] as const,
  ),
  ...['Continue? [y/n]? ', 'Enter passphrase for key:'].map((line) => [line, true] as const),
  ...['(gdb) ', '>', 'In [1]: ', '... ', '...     ', '   ...> ', '   ...: ', 'irb(main):002:1* '].map(
    (line) => [line, true] as const,
  ),
  ...['100%', '<b>', 'Reading symbols... ', '...', 'a ... ', '(gdb)', ' x> y'].map(
    (line) => [line, false] as const,
  ),
  ...['# a heading', '$ ls', 'a> b', '#', 'the password', '[y/n]', ''].map((line) => [line, false] as const),
])('%j looks like a prompt: %s', (line, expected) => {
  expect(looksLikePrompt(line)).toBe(expected);
});
