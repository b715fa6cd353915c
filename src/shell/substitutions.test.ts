import { expect, test } from 'vitest';
import { findSubstitutions } from './substitutions.ts';

test.each([
  ['docker rm $(docker ps -q)', ['docker ps -q']],
  ['a `b c` $(d)', ['b c', 'd']],
  ['a $(b $(c) d) e', ['b $(c) d']],
  ['(cd x; ls)', ['cd x; ls']],
  ['"$(a)"', ['a']],
  ['"`a`"', ['a']],
  ['"a (b)"', []],
  ["'$(a)' $(b)", ['b']],
  ['"it\'s $(a)" $(b)', ['a', 'b']],
  ['\\$\\(a\\) \\`b\\`', []],
  ['$(a \\) b)', ['a \\) b']],
  ['$(a', ['a']],
  ['`a', ['a']],
  ["'a $(b)", []],
  ['a', []],
])('within %j a shell runs %j', (command, expected) => {
  expect(findSubstitutions(command)).toEqual(expected);
});
