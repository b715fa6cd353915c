import { expect, test } from 'vitest';
import { readCommand } from '../../shell/command.ts';
import { findPlaceholders } from '../../shell/placeholders.ts';
import { findReason } from './attended.ts';

const atHost = { host: true, root: false, output: '' };
const find = (command: string, keyboard = atHost) =>
  findReason(readCommand(command), findPlaceholders(command), keyboard);

test.each([
  ['docker ps', null],
  ['docker rm <id>', 'placeholder'],
  ['nano <file>', 'placeholder'],
  ['nano index.html', 'editor'],
  ['sudo passwd; nano x', 'editor'],
  ['mysql -u root -p', 'input'],
  ['sudo passwd', 'input'],
  ['docker logs -f web', 'endless'],
  ['sudo tail -f log', 'endless'],
  ['apt install docker.io', 'machine'],
] as const)('%s needs somebody: %s', (command, reason) => {
  expect(find(command)).toBe(reason);
});

test('inside a container nothing changes the machine', () => {
  expect(find('apt install apache2 -y', { ...atHost, host: false, root: true })).toBeNull();
});

test('at a root prompt of the host everything may', () => {
  expect(find('ls', { ...atHost, root: true })).toBe('machine');
});

test.each([
  ...['Enter password: ', 'Do you want to continue? [Y/n] ', 'Are you sure (yes/no)? '],
  ...['line\nUsername: ', 'Overwrite? [s/N]'],
])('a question in what the author shows is an input: %s', (output) => {
  expect(find('some-program', { ...atHost, output })).toBe('input');
});

test.each(["ping: bad address 'es'", 'ping: unknown host es', 'es: Name or service not known'])(
  'what fails at once, as the author shows, is not endless: %s',
  (output) => {
    expect(find('ping es', { ...atHost, output })).toBeNull();
  },
);

test('what stays open is left, it is not endless', () => {
  expect(find('docker run -it --name x debian bash -c "tail -f y; bash"')).toBeNull();
});
