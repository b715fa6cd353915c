import { expect, test } from 'vitest';
import { readTokens } from './tokens.ts';

const read = (command: string) =>
  [...readTokens(command)].map(({ kind, text }) => (kind === 'operator' ? `[${text}]` : text));

test.each([
  ['a  b\tc', ['a', 'b', 'c']],
  ['a "b c" d', ['a', 'b c', 'd']],
  ["a 'b \"c' d", ['a', 'b "c', 'd']],
  ['a\\ b', ['a b']],
  ['"a \\" b" c', ['a \\" b', 'c']],
  ['a\'b\'"c"', ['abc']],
  ['"open quote', ['"open quote']],
  ['a;b&&c||d|e&f', ['a', '[;]', 'b', '[&&]', 'c', '[||]', 'd', '[|]', 'e', '[&]', 'f']],
  ['a\nb', ['a', '[\n]', 'b']],
  ['a \\\nb', ['a', 'b']],
  ['a\\\nb', ['a', 'b']],
  ['a \\  \nb', ['a', 'b']],
  ['a >b 2>c >>d', ['a', '[>]', 'b', '[>]', 'c', '[>]', 'd']],
  ['a 2>&1 &>b', ['a', '[>&]', '[>]', 'b']],
  ['a <b <<c <<-d <<<e', ['a', '[<]', 'b', '[<<]', 'c', '[<<]', 'd', '[<<]', 'e']],
  ['diff <(ls a) <(ls b)', ['diff', '<', '(ls a)', '<', '(ls b)']],
  ['a $(b c; d) e', ['a', '$(b c; d)', 'e']],
  ['(a b) c', ['(a b)', 'c']],
  ['a # b', ['a']],
  ['# a\nb', ['[\n]', 'b']],
  ['a#b', ['a#b']],
  ['rm <container id> x', ['rm', '‹container_id›', 'x']],
  ['rm <id>', ['rm', '‹id›']],
  ['a <b >c', ['a', '[<]', 'b', '[>]', 'c']],
  [')', [')']],
  ['', []],
])('%j is read as %j', (command, tokens) => {
  expect(read(command)).toEqual(tokens);
});
