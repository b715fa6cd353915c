import { describe, expect, test } from 'vitest';
import { plainInline } from '../inline/nodes.ts';
import type { Block } from '../model.ts';
import { readTranscripts } from './read.ts';
import { code, paragraph } from './transcript.fixture.ts';

const table = 'CONTAINER ID   IMAGE\nabc            web';
const heading: Block = {
  kind: 'heading',
  line: 1,
  depth: 2,
  anchor: 'a',
  attributes: { id: null, classes: [], values: {} },
  inline: plainInline('a'),
};
const command = code('docker ps', 'bash');

function outputsOf(...blocks: Block[]): string[] {
  return readTranscripts(blocks).steps.map(({ output }) => output);
}

describe('a fence without commands', () => {
  test.each<[what: string, between: Block[], fence: Block, output: string]>([
    ['right under the command', [], code(table), table],
    ['that says output', [paragraph('Some words.')], code('up', 'output'), 'up'],
    ['with the class output', [paragraph('Some words.')], code('up', '', { classes: ['output'] }), 'up'],
    ['that the text announces', [paragraph('You should see:')], code('web is up'), 'web is up'],
    [
      'announced two paragraphs above',
      [paragraph('La salida:'), paragraph('Nota.')],
      code('web is up'),
      'web is up',
    ],
    ['with a row of column titles', [paragraph('Some words.')], code(table), table],
    ['JSON right under it', [], code('[]', 'json'), '[]'],
    ['that nothing announces', [paragraph('The file:')], code('a: 1'), ''],
    ['a file of its own', [], code('a: 1', 'yaml'), ''],
    ['under another heading', [heading], code('up', 'output'), ''],
  ])('%s', (_, between, fence, output) => {
    expect(outputsOf(command, ...between, fence)).toEqual([output]);
  });

  test('is given once, and not to a command that has its output', () => {
    expect(outputsOf(command, code('a', 'output'), code('b', 'output'))).toEqual(['a']);
    expect(outputsOf(code('$ ls\nx', 'bash'), code('a', 'output'))).toEqual(['x']);
  });

  test('belongs to the last command of the block above', () => {
    expect(outputsOf(code('$ cd a\n$ ls', 'bash'), code('x', 'output'))).toEqual(['', 'x']);
  });

  test('is nothing that an editor prints', () => {
    expect(outputsOf(code('nano a', 'bash'), code('x', 'output'))).toEqual(['']);
  });
});
