import { expect, it } from 'vitest';
import type { Lesson, Step } from '../../compiler/model.ts';
import { readCommand } from '../../shell/command.ts';
import { needsEngine } from './engine-need.ts';

const lesson = (command: string, engine: Lesson['settings']['engine'] = 'auto') => ({
  settings: { engine } as Lesson['settings'],
  steps: [{ does: readCommand('ls') }, { does: readCommand(command) }] as Step[],
});

it.each([
  ['docker ps', true],
  ['nerdctl login', true],
  ['podman-compose up -d', true],
  ['docker stop $(docker ps -q)', true],
  ['for i in 1 2; do docker run -d web; done', true],
  ['echo "see the docker docs"', false],
  ['cat docker/README', false],
  ['apt install docker', false],
  ['kubectl get pods', false],
])('a lesson that says %s needs an engine: %s', (command, expected) => {
  expect(needsEngine(lesson(command))).toBe(expected);
});

it('none is needed where the page says so', () => {
  expect(needsEngine(lesson('docker ps', 'none'))).toBe(false);
});
