import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { complain, draw, print, printJson } from './say.ts';

let stdout: MockInstance<typeof process.stdout.write>;
let stderr: MockInstance<typeof process.stderr.write>;
beforeEach(() => {
  stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

const said = () => [stdout, stderr].map(({ mock }) => mock.calls.map(([text]) => text).join(''));

it('prints a result to standard output, harmless', () => {
  print('two\x1b[2J\n');
  expect(said()).toEqual(['two␛[2J\n', '']);
});

it('prints a result as JSON to standard output, harmless, with a line end', () => {
  printJson({ a: '\x9b2J' });
  expect(said()).toEqual(['{\n  "a": "\\u009b2J"\n}\n', '']);
});

it('writes what is no result to standard error, harmless', () => {
  complain('capas: \x07\n');
  expect(said()).toEqual(['', 'capas: ␇\n']);
});

it('draws with colours where it is told to', () => {
  const stream = new PassThrough();
  draw('\x1b[1mbold\x1b[0m', stream as unknown as NodeJS.WriteStream);
  expect(String(stream.read())).toBe('\x1b[1mbold\x1b[0m');
  expect(said()).toEqual(['', '']);
});
