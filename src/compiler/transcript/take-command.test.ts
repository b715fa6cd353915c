import { describe, expect, test } from 'vitest';
import { takeForeign, takeShell, takeStatement } from './take-command.ts';

describe('takeShell', () => {
  test.each([
    ['one line', ['ls', 'a'], 'ls', 1],
    ['a backslash', ['ls \\', '  -l', 'a'], 'ls \\\n  -l', 2],
    ['two backslashes are one character', ['echo \\\\', 'a'], 'echo \\\\', 1],
    ['a pipe at the end', ['cat a |', 'wc', 'x'], 'cat a |\nwc', 2],
    ['&& at the end', ['make &&', 'ls', 'x'], 'make &&\nls', 2],
    ['& at the end is the background', ['sleep 9 &', 'x'], 'sleep 9 &', 1],
    ['a here-document', ['cat <<EOF > f', 'a', '', 'EOF', 'x'], 'cat <<EOF > f\na\n\nEOF', 4],
    ['a here-document with tabs', ['cat <<-END', '\ta', '\tEND', 'x'], 'cat <<-END\n\ta\n\tEND', 3],
    ['a quoted here-document', ["cat <<'E' | tee f", '$a', 'E', 'x'], "cat <<'E' | tee f\n$a\nE", 3],
    ['a here-string is no document', ['cat <<< EOF', 'x'], 'cat <<< EOF', 1],
    ['an open single quote', ["echo 'a", "b'", 'x'], "echo 'a\nb'", 2],
    ['an open double quote', ['echo "a', 'b"', 'x'], 'echo "a\nb"', 2],
    ['a substitution', ['echo $(ls', ')', 'x'], 'echo $(ls\n)', 2],
    ['a loop', ['for f in *', 'do', 'echo $f', 'done', 'x'], 'for f in *\ndo\necho $f\ndone', 4],
    [
      'a loop behind the continuation prompt',
      ['for f in *', '> do', '>   ls', '> done', 'x'],
      'for f in *\ndo\n  ls\ndone',
      4,
    ],
    ['a condition', ['if true; then', 'ls', 'fi', 'x'], 'if true; then\nls\nfi', 3],
    ['a function', ['f() {', 'ls', '}', 'x'], 'f() {\nls\n}', 3],
    ['a word done within a line', ['echo done', 'x'], 'echo done', 1],
    ['a # comment with an apostrophe', ["ls # don't", 'x'], "ls # don't", 1],
    ['a redirection under a backslash', ['echo a \\', '> file', 'x'], 'echo a \\\n> file', 2],
    ['a continuation under the last backslash ends', ['ls \\', '', 'x'], 'ls \\', 1],
    ['a quote that nobody closes', ["echo it's", 'x', 'y'], "echo it's", 1],
    ['a quote that the next prompt cuts', ["echo it's", "$ echo 'x'"], "echo it's", 1],
  ])('%s', (_, lines, command, count) => {
    expect(takeShell(lines, 0, lines[0]!)).toEqual({ command, count, broken: false });
  });

  test('a blank behind the backslash is taken away and told', () => {
    expect(takeShell(['a \\ ', 'b'], 0, 'a \\ ')).toEqual({ command: 'a \\\nb', count: 2, broken: true });
    expect(takeShell(['a \\', 'b \\  ', 'c'], 0, 'a \\')).toMatchObject({ count: 3, broken: true });
  });
});

test.each([
  [['a `', '  b', 'c'], 'a `\n  b', 2],
  [['a ^', '  b', 'c'], 'a ^\n  b', 2],
  [['a', 'b'], 'a', 1],
])('PowerShell and cmd: %j', (lines, command, count) => {
  expect(takeForeign(lines, 0, lines[0]!)).toEqual({ command, count, broken: false });
});

test.each([
  ['MariaDB [a]>', ['SELECT 1', '    -> FROM a;', 'x'], 'SELECT 1\nFROM a;', 2],
  ['shop=#', ['SELECT 1', 'shop-# FROM a;', 'x'], 'SELECT 1\nFROM a;', 2],
  ['sqlite>', ['SELECT 1', '   ...> FROM a;', 'x'], 'SELECT 1\nFROM a;', 2],
  ['>>>', ['for i in a:', '...   print(i)', '... ', 'x'], 'for i in a:\n  print(i)\n', 3],
  ['In [1]:', ['for i in a:', '   ...:   print(i)', '   ...: ', 'x'], 'for i in a:\n  print(i)\n', 3],
  ['irb(main):001:0>', ['def f', 'irb(main):002:1*   1', 'irb(main):003:0> end'], 'def f\n  1', 2],
  ['(gdb)', ['define f', '>print 1', '>end', 'x'], 'define f\nprint 1\nend', 3],
  ['>', ['f(', '... 1)', 'x'], 'f(\n1)', 2],
  ['>>>', ['x', '->  y'], 'x', 1],
  ['>>>', ['x', '...', 'y'], 'x', 1],
  ['mysql>', ['SHOW TABLES;', '+---+'], 'SHOW TABLES;', 1],
])('statements behind %s: %j', (prompt, lines, command, count) => {
  expect(takeStatement(lines, 0, lines[0]!, prompt)).toEqual({ command, count, broken: false });
});

test('commands that never end are not each followed to the end of their block', () => {
  const text = Array.from({ length: 4000 }, () => 'for i in a; do');
  let reads = 0;
  const lines = new Proxy(text, {
    get: (target, key) => {
      reads += 1;
      return Reflect.get(target, key);
    },
  });
  for (const at of text.keys()) takeShell(lines, at, text[at]!);
  expect(reads / text.length).toBeLessThan(100);
});
