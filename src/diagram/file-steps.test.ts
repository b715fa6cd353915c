import { describe, expect, it } from 'vitest';
import { drawScene, playSteps } from './file-steps.ts';
import { drawFileSteps, readLayers } from './layers.ts';
import { getWords } from './words.ts';

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
  it.each([
    ['read: /nowhere', 'No layer has the file /nowhere'],
    ['change: /nowhere', 'No layer has the file /nowhere'],
    ['delete: /nowhere', 'No layer has the file /nowhere'],
    ['create: /etc/issue', '/etc/issue is there already'],
  ])('%s: %s', (step, message) => {
    const { diagnostics, stack } = read(step);
    const hint = 'List it under `files:` of a layer, or `create` it first.';
    expect(diagnostics).toMatchObject([{ line: 19, code: 'layers-step', message, hint }]);
    expect(stack!.steps).toBeUndefined();
  });

  it.each(['read: /etc/issue, delete: /etc/issue', ''])('a step does one thing: { %s }', (step) => {
    expect(read(step).diagnostics).toMatchObject([
      {
        line: 19,
        message: 'A step does one thing with one file',
        hint: 'Write `read: /path`, `change: /path`, `delete: /path` or `create: /path`.',
      },
    ]);
  });

  it('reads five files on a slide, a sixth is one too many', () => {
    expect(read('create: /4', 'create: /5').diagnostics).toEqual([]);
    const { diagnostics, stack } = read('create: /4', 'create: /5', 'create: /6');
    expect(diagnostics).toMatchObject([
      {
        line: 21,
        code: 'layers-step',
        message: "More than 5 files can't be read on a slide",
        hint: 'Show fewer.',
      },
    ]);
    expect(stack!.steps).toHaveLength(3);
    expect(read('create: /4', 'create: /5', 'delete: /4', 'create: /6').diagnostics).toEqual([]);
  });

  it('can create again what was deleted', () => {
    expect(read('delete: /etc/issue', 'create: /etc/issue').diagnostics).toEqual([]);
    expect([...play('delete: /etc/issue', 'create: /etc/issue')[2]!.kept]).toEqual([['/etc/issue', 'new']]);
  });

  it('can not read a file that was deleted before', () => {
    expect(read('delete: /etc/issue', 'read: /etc/issue').diagnostics).toMatchObject([
      { line: 20, code: 'layers-step' },
    ]);
  });
  it('wants a container', () => {
    const { diagnostics } = readLayers('image: ubuntu\nsteps:\n  - { create: /a }\n', 1);
    expect(diagnostics).toMatchObject([
      {
        line: 3,
        code: 'layers-step',
        message: 'There is no container to do these steps',
        hint: 'Add one under `containers:`.',
      },
    ]);
  });
});

/** The pictures' boxes, the upper ones first; empty space is `.`. */
function draw(...steps: string[]): string[][] {
  return play(...steps).map((scene) =>
    drawScene(scene, getWords('en')).rows.map((row) =>
      row
        .map(({ cell, span }) =>
          (cell ? `${cell.lines.join(' ')} (${cell.kind}${cell.step})` : '.').concat(
            span > 1 ? ` ×${span}` : '',
          ),
        )
        .join(' | '),
    ),
  );
}

describe('a moment’s picture', () => {
  it('has a column a file: what is seen of it, what the container has of it, what lies below', () => {
    expect(draw()).toEqual([]);
    expect(draw('read: /usr/bin/ed')[1]).toEqual([
      'Read /usr/bin/ed: it is read from the image, nothing is copied (note0) ×4',
      'one sees (image0) | /etc/issue (layer0) | /etc/motd (layer1) | /usr/bin/ed read (layer1)',
      'one writable (writable0) | . | . | .',
      'tools read-only (layer1) | . | /etc/motd (layer1) | /usr/bin/ed (layer1)',
      'base read-only (layer0) | /etc/issue (layer0) | /etc/motd covered (more0) | .',
    ]);
  });

  it.each([
    [
      'a change copies up, and covers what is below',
      ['change: /etc/issue'],
      'one sees (image0) | /etc/issue (writable0) | /etc/motd (layer1) | /usr/bin/ed (layer1)',
      'one writable (writable0) | /etc/issue copy (writable0) | . | .',
      'base read-only (layer0) | /etc/issue covered (more0) | /etc/motd covered (more0) | .',
    ],
    [
      'a file that was deleted is not there, and lies below all the same',
      ['delete: /etc/issue'],
      'one sees (image0) | not there (more0) | /etc/motd (layer1) | /usr/bin/ed (layer1)',
      'one writable (writable0) | /etc/issue deleted (writable0) | . | .',
      'base read-only (layer0) | /etc/issue covered (more0) | /etc/motd covered (more0) | .',
    ],
    [
      'what is read stays seen as it is, and only the file of the moment is read',
      ['read: /etc/issue', 'read: /etc/motd'],
      'one sees (image0) | /etc/issue (layer0) | /etc/motd read (layer1) | /usr/bin/ed (layer1)',
      'one writable (writable0) | . | . | .',
      'base read-only (layer0) | /etc/issue (layer0) | /etc/motd covered (more0) | .',
    ],
    [
      'a new file has a column of its own',
      ['create: /new', 'read: /new'],
      'one sees (image0) | /etc/issue (layer0) | /etc/motd (layer1) | /usr/bin/ed (layer1) | /new (writable0)',
      'one writable (writable0) | . | . | . | /new new (writable0)',
      'base read-only (layer0) | /etc/issue (layer0) | /etc/motd covered (more0) | . | .',
    ],
    [
      'a file of its own that is deleted leaves nothing',
      ['create: /new', 'delete: /new'],
      'one sees (image0) | /etc/issue (layer0) | /etc/motd (layer1) | /usr/bin/ed (layer1) | .',
      'one writable (writable0) | . | . | . | .',
      'base read-only (layer0) | /etc/issue (layer0) | /etc/motd covered (more0) | . | .',
    ],
  ])('%s', (_, steps, seen, own, base) => {
    const rows = draw(...steps).at(-1)!;
    expect([rows[1], rows[2], rows[4]]).toEqual([seen, own, base]);
  });

  it('names a layer that nobody knows how it was made by its id, and leaves out one without files', () => {
    const text =
      'images: [{ name: x, layers: [{ id: a, files: [/f] }, { id: b }] }]\ncontainers: [{ name: c }]\nsteps: [{ read: /f }]';
    const [scene] = playSteps(readLayers(text, 1).stack!);
    const rows = drawScene(scene!, getWords('en')).rows.map(([slot]) => slot!.cell!.lines[0]);
    expect(rows).toEqual(["The layer of c is empty: all that it sees is the image's", 'c sees', 'c', 'a']);
  });

  it('has no box twice', () => {
    const keys = drawScene(play('change: /etc/motd')[1]!, getWords('en')).rows.flatMap((row) =>
      row.flatMap(({ cell }) => cell?.key ?? []),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('drawFileSteps', () => {
  const stack = () => read('read: /etc/issue', 'change: /etc/motd', 'delete: /usr/bin/ed').stack!;
  const draw = () => drawFileSteps(stack(), 'en');
  it('makes a picture for each moment, with a column a file', () => {
    expect(draw()).toHaveLength(4);
    expect(draw()[0]!.mermaid).toContain('columns 4');
  });
  it('shows the copy above and the covered file below', () => {
    expect(draw()[1]!.mermaid).not.toContain('copy');
    expect(draw()[2]!.mermaid).toMatch(/own_\d\["#47;etc#47;motd|own_\d\["\/etc\/motd/);
    expect(draw()[2]!.mermaid).toContain('covered');
  });
  it('shows the whiteout, and that the file is not seen any more', () => {
    expect(draw()[3]!.mermaid).toContain('deleted');
    expect(draw()[3]!.mermaid).toContain('not there');
  });
  it('says each moment for screen readers', () => {
    expect(draw().map(({ description }) => description.slice(0, 6))).toEqual([
      'The la',
      'Read /',
      'Change',
      'Delete',
    ]);
  });
  it('makes no pictures of a stack without steps', () => {
    expect(drawFileSteps({ ...stack(), steps: [] }, 'en')).toHaveLength(1);
    const { steps: _, ...plain } = stack();
    expect(drawFileSteps(plain, 'en')).toEqual([]);
  });
});
