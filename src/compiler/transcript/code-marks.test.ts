import { expect, test } from 'vitest';
import { findMark } from './code-marks.ts';

test.each([
  ['docker run `-d` nginx', '`-d`'],
  ['docker pull `1.2.3`', '`1.2.3`'],
  ['a `docker ps` `-d`', '`-d`'],
  ['docker rm `docker ps -aq`', null],
  ['docker rm `<id>`', null],
  ['`./script.sh` x', null],
  ['`$cmd` x', null],
  ["echo '`-d`'", null],
  ['echo \\`-d\\`', null],
  ['cat <<EOF\n`-d`\nEOF', null],
  ['echo `', null],
  ['ls', null],
])('in %j the marked word is %j', (command, mark) => {
  expect(findMark(command)).toBe(mark);
});
