import { expect, it } from 'vitest';
import { readCommand } from '../../shell/command.ts';
import { findTakenNames } from './taken-names.ts';

const containers = ['contenedor1', 'web', 'db', 'mine'].map((name) => ({ id: name, name }));
const find = (...commands: string[]) =>
  findTakenNames(
    commands.map((command) => ({ does: readCommand(command) })),
    containers,
  );

it('finds names that the lesson gives and somebody else has', () => {
  expect(find('docker run -it --name contenedor1 ubuntu', 'podman create --name="web" httpd')).toEqual([
    'contenedor1',
    'web',
  ]);
  expect(find('docker run \\\n  --name db mariadb')).toEqual(['db']);
});

it('leaves names alone that the lesson only speaks of', () => {
  expect(find('docker start mine', 'docker volume create --name=other', 'echo --name mine')).toEqual([]);
});

it('finds names in quotes, and behind other engines and options', () => {
  expect(find('docker run -d --name "web" nginx', 'sudo nerdctl --debug run --name=db x')).toEqual([
    'web',
    'db',
  ]);
});
