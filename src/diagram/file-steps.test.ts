import { describe, expect, it } from 'vitest';
import { playSteps } from './file-steps.ts';
import { drawFileSteps, readLayers } from './layers.ts';

const block = (...steps: string[]) =>
  [
    'title: Copy-on-write',
    'images:',
    '  - name: ubuntu',
    '    layers:',
    '      - { made: base, files: [/etc/issue, /etc/motd] }',
    '      - { made: tools, files: [/usr/bin/ed, /etc/motd] }',
    'containers:',
    '  - { name: one, image: ubuntu }',
    'steps:',
    ...steps.map((step) => `  - { ${step} }`),
  ].join('\n');

const read = (...steps: string[]) => readLayers(block(...steps), 10);
const play = (...steps: string[]) => playSteps(read(...steps).stack!);

describe('playSteps', () => {
  it('begins with an empty layer', () => {
    const [first, ...more] = play('read: /etc/issue');
    expect([first!.step, [...first!.kept]]).toEqual([null, []]);
    expect(more).toHaveLength(1);
  });
  it('copies nothing to read', () => {
    expect([...play('read: /etc/issue')[1]!.kept]).toEqual([]);
  });
  it('copies a file up when it is changed, and leaves the others', () => {
    expect([...play('change: /etc/motd')[1]!.kept]).toEqual([['/etc/motd', 'copy']]);
  });
  it('leaves a whiteout where a file of the image was deleted', () => {
    expect([...play('change: /etc/motd', 'delete: /etc/motd')[2]!.kept]).toEqual([['/etc/motd', 'whiteout']]);
  });
  it('forgets a file of its own when that is deleted', () => {
    const scenes = play('create: /file.txt', 'change: /file.txt', 'delete: /file.txt');
    expect(scenes.map(({ kept }) => [...kept])).toEqual([
      [],
      [['/file.txt', 'new']],
      [['/file.txt', 'new']],
      [],
    ]);
  });
});

describe('a layers block with steps', () => {
  it('says where a step can not be done', () => {
    const { diagnostics } = read(
      'read: /nowhere',
      'create: /etc/issue',
      'read: /a, change: /b',
      'burn: /etc/issue',
    );
    expect(diagnostics.map(({ line, code }) => [line, code])).toEqual([
      [21, 'layers-step'],
      [22, 'layers-unknown-key'],
      [22, 'layers-step'],
      [19, 'layers-step'],
      [20, 'layers-step'],
    ]);
  });
  it('can not read a file that was deleted before', () => {
    expect(read('delete: /etc/issue', 'read: /etc/issue').diagnostics).toMatchObject([
      { line: 20, code: 'layers-step' },
    ]);
  });
  it('wants a container', () => {
    const { diagnostics } = readLayers('image: ubuntu\nsteps:\n  - { create: /a }\n', 1);
    expect(diagnostics).toMatchObject([{ line: 3, code: 'layers-step' }]);
  });
});

describe('drawFileSteps', () => {
  const { stack } = read('read: /etc/issue', 'change: /etc/motd', 'delete: /usr/bin/ed');
  const drawings = drawFileSteps(stack!, 'en');
  it('makes a picture for each moment, with a column a file', () => {
    expect(drawings).toHaveLength(4);
    expect(drawings[0]!.mermaid).toContain('columns 4');
  });
  it('shows the copy above and the covered file below', () => {
    expect(drawings[1]!.mermaid).not.toContain('copy');
    expect(drawings[2]!.mermaid).toMatch(/own_\d\["#47;etc#47;motd|own_\d\["\/etc\/motd/);
    expect(drawings[2]!.mermaid).toContain('covered');
  });
  it('shows the whiteout, and that the file is not seen any more', () => {
    expect(drawings[3]!.mermaid).toContain('deleted');
    expect(drawings[3]!.mermaid).toContain('not there');
  });
  it('says each moment for screen readers', () => {
    expect(drawings.map(({ description }) => description.slice(0, 6))).toEqual([
      'The la',
      'Read /',
      'Change',
      'Delete',
    ]);
  });
  it('makes no pictures of a stack without steps', () => {
    expect(drawFileSteps({ ...stack!, steps: [] }, 'en')).toHaveLength(1);
    const { steps: _, ...plain } = stack!;
    expect(drawFileSteps(plain, 'en')).toEqual([]);
  });
});
