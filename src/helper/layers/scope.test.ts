import { expect, it } from 'vitest';
import { readCommand } from '../../shell/command.ts';
import { makeScope } from './scope.ts';

const step = (command: string, images: string[] = []) => ({ does: readCommand(command), images });

it('a lesson is about the images of its steps and the names that it gives to containers, once each', () => {
  const before = new Set(['sha256:old']);
  const steps = [
    step('docker run -d --name "web" nginx', ['nginx']),
    step('docker rm -f web && docker run --name=web nginx', ['nginx']),
    step('nerdctl create --name db mariadb', ['mariadb']),
    step('docker volume create --name data'),
    step('echo --name mine'),
  ];
  expect(makeScope(steps, before)).toEqual({
    images: ['nginx', 'mariadb'],
    containers: ['web', 'db'],
    before,
  });
});
