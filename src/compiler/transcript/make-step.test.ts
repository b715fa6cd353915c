import { expect, test } from 'vitest';
import { commandDraft } from './entry-drafts.ts';
import { makeStep } from './make-step.ts';
import type { TypedInto } from './open-programs.ts';
import { findPrompt } from './prompt.ts';
import { StepNames } from './step-id.ts';
import { readOptions } from './step-options.ts';

function make(command: string, into: TypedInto = 'host', prompt = '$', output = '') {
  const draft = commandDraft(0, findPrompt(prompt), { command, broken: false }, null);
  return makeStep({ draft, output, line: 7, into, options: readOptions({}), names: new StepNames() });
}

const opened = (speaks: 'shell' | 'sql'): TypedInto => ({
  ...{ step: 'opener', command: 'docker run -it x', seen: new Set(), bare: false },
  program: { speaks, name: 'web', by: 'container' },
});

test('a step of the host', () => {
  expect(make('docker run -it --name web ubuntu && docker pull ubuntu')).toMatchObject({
    ...{
      line: 7,
      prompt: '$',
      inside: null,
      insideName: '',
      output: '',
      images: ['ubuntu'],
      placeholders: [],
    },
    ...{ attended: null, interactive: false, exit: 0, timeout: null, terminal: 1, match: 'lines' },
    does: { opens: null, engine: [{ container: 'web' }, { verb: 'pull' }] },
  });
});

test.each([
  ['docker run -it ubuntu', true],
  ['vi file', true],
  ['passwd', true],
  ['tail -f log', false],
  ['docker rm <id>', false],
])('%s is interactive: %s', (command, expected) => {
  expect(make(command).interactive).toBe(expected);
});

test('a shell’s line in a container changes nothing of the machine', () => {
  const step = make('apt install x', opened('shell'), 'root@3f2a:/#');
  expect(step).toMatchObject({ inside: 'opener', insideName: 'web', attended: null });
  expect(make('apt install x', 'host', 'root@laptop:/#').attended).toBe('machine');
  expect(make('ls', 'host', 'root@laptop:/#').attended).toBe('machine');
});

test('a statement is no shell’s command, whatever it looks like', () => {
  expect(make('docker run -it ubuntu <id>; vi', opened('sql'), 'mysql>', 'Password:')).toMatchObject({
    ...{
      images: [],
      placeholders: [],
      attended: null,
      interactive: false,
      does: { engine: [], opens: null },
    },
  });
  expect(make('quit', opened('sql'), 'mysql>').does.leaves).toBe(true);
});

test('its name tells where it is typed', () => {
  expect(make('ls', opened('shell')).id).not.toBe(make('ls').id);
  expect(make('ls').id).toBe(make('ls', 'unknown').id);
});
