import { expect, test } from 'vitest';
import { readCommand } from '../command.ts';

test.each([
  ['apt install docker.io', true],
  ['apt-get -y update', true],
  ['pacman -Syu', true],
  ['apt search docker', false],
  ['apt list', false],
  ['systemctl restart docker', true],
  ['systemctl status docker', false],
  ['systemctl cat docker', false],
  ['service nginx start', true],
  ['service nginx status', false],
  ['usermod -aG docker ana', true],
  ['mount /dev/vdb /mnt', true],
  ['adduser ana', true],
  ['visudo', true],
  ['ls /mount', false],
])('%s changes the machine: %s', (command, expected) => {
  expect(readCommand(command).changesMachine).toBe(expected);
});

test.each([
  ['passwd', true],
  ['adduser ana', true],
  ['adduser ana docker', false],
  ['echo x | passwd', false],
  ['passwd < file', false],
  ['adduser ana < file', false],
])('%s asks: %s', (command, expected) => {
  expect(readCommand(command).asks).toBe(expected);
});

test.each([
  ['httpd -D FOREGROUND', true],
  ['apache2ctl -D foreground', true],
  ['apachectl start', false],
])('%s goes on: %s', (command, expected) => {
  expect(readCommand(command).endless).toBe(expected);
});
