import { expect, test } from 'vitest';
import { behindMore, findProgramPrompt, hasAnglePrompt, isProgramPrompt, programPrompts } from './prompts.ts';

test.each([
  ['mysql> SHOW', 'mysql>', 'sql'],
  ['mysql>SHOW', 'mysql>', 'sql'],
  ['mysql [shop]> SHOW', 'mysql [shop]>', 'sql'],
  ['MariaDB [(none)]> quit', 'MariaDB [(none)]>', 'sql'],
  ['shop=# \\d', 'shop=#', 'sql'],
  ['shop-# x', 'shop-#', 'sql'],
  ['postgres=> x', 'postgres=>', 'sql'],
  ['shopdb=>', 'shopdb=>', 'sql'],
  ['sqlite>.help', 'sqlite>', 'sql'],
  ['cqlsh:shop> x', 'cqlsh:shop>', 'sql'],
  ['SQL> x', 'SQL>', 'sql'],
  ['redis> GET a', 'redis>', 'redis'],
  ['redis 127.0.0.1:6379> GET a', 'redis 127.0.0.1:6379>', 'redis'],
  ['127.0.0.1:6379[2]> GET a', '127.0.0.1:6379[2]>', 'redis'],
  ['cache:6379>GET a', 'cache:6379>', 'redis'],
  ['test> db', 'test>', 'mongo'],
  ['rs0:PRIMARY> db', 'rs0:PRIMARY>', 'mongo'],
  ['rs0 [direct: primary] test> db', 'rs0 [direct: primary] test>', 'mongo'],
  ['mongosh> db', 'mongosh>', 'mongo'],
  ['>>> x', '>>>', 'python'],
  ['In [12]: x', 'In [12]:', 'python'],
  ['irb(main):001:0> x', 'irb(main):001:0>', 'ruby'],
  ['irb(main):001> x', 'irb(main):001>', 'ruby'],
  ['(gdb) run', '(gdb)', 'other'],
  ['julia> x', 'julia>', 'other'],
  ['ghci> x', 'ghci>', 'other'],
  ['virsh # list', 'virsh #', 'other'],
  ['sftp> ls', 'sftp>', 'other'],
])('%j begins with the prompt %j of what speaks %s', (line, text, speaks) => {
  expect(findProgramPrompt(line)).toEqual({ text, speaks });
});

test.each([
  ...[
    'ls',
    '> x',
    '... x',
    '',
    '$ ls',
    'a mysql> b',
    'shop=#x',
    '>>>x',
    'test>x',
    'other>',
    'MariaDB [a> x',
    '127.0.0.1:6> x',
  ],
  ...['irb(main):002:1* x', '   ...> x', 'web:123456> x', 'shop=> x'],
])('%j begins with none', (line) => {
  expect(findProgramPrompt(line)).toBeNull();
});

test.each([
  ['mysql>', '    -> FROM a', 'FROM a'],
  ['MariaDB [a]>', "    '> b", 'b'],
  ['shop=#', 'shop-# FROM', 'FROM'],
  ['shop=#', 'shop(# FROM', 'FROM'],
  ['sqlite>', '   ...> FROM', 'FROM'],
  ['sqlite>', '(x1...> FROM', 'FROM'],
  ['>>>', '...     x', '    x'],
  ['>>>', '...', ''],
  ['In [1]:', '   ...:     x', '    x'],
  ['irb(main):001:0>', 'irb(main):002:1*   x', '  x'],
  ['(gdb)', '>print 1', 'print 1'],
  ['>', '... x', 'x'],
  ['>', '| x', 'x'],
  ['>>>', '->  x', null],
  ['>>>', '...x', null],
  ['mysql>', '| x |', null],
  ['$', '-> x', null],
  ['redis>', '-> x', null],
])('behind %j, %j goes on with %j', (prompt, line, rest) => {
  expect(behindMore(line, prompt)).toBe(rest);
});

test.each([
  ...[
    'mysql> ',
    '(gdb) ',
    'In [1]: ',
    '... ',
    '...     ',
    '   ...: ',
    '   ...> ',
    '    -> ',
    'irb(main):002:1* ',
  ],
  ...['irb(main):002:1*', 'irb(main):003:1>   ', '>', '| ', 'shop(# ', 'virsh # '],
])('the cursor behind %j waits', (line) => {
  expect(isProgramPrompt(line)).toBe(true);
});

test.each(['mysql>', '(gdb)', '...', 'a ... ', '(gdb) run', '', ' ', '  ', 'In [1]', '->', 'x> '])(
  'the cursor behind %j may not',
  (line) => {
    expect(isProgramPrompt(line)).toBe(false);
  },
);

test.each([
  ['mongo', true],
  ['other', true],
  ['sql', false],
  ['python', false],
  ['shell', false],
] as const)('the prompt of what speaks %s may be a lone angle: %s', (speaks, expected) => {
  expect(hasAnglePrompt({ speaks, name: '', by: 'program' })).toBe(expected);
});

test('each prompt of the list waits, and so does each mark of what is not finished', () => {
  const sample = (shape: string) =>
    shape.replace(/<(?:n|port)>/g, '6379').replace(/<(?:word|name|host|address|in|args|db)>/g, 'shopdb');
  const shapes = programPrompts.flatMap(({ prompts, more = [] }) => [...prompts, ...more]);
  expect(shapes.filter((shape) => !isProgramPrompt(`${sample(shape)} `))).toEqual([]);
});
