import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { askApproval, digestCommands } from './approval.ts';
import { ApprovalStore } from './approval-store.ts';

/** Whether the disk has no room. */
let isFull = false;
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const writeFileSync: typeof fs.writeFileSync = (...args) => {
    if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    fs.writeFileSync(...args);
  };
  return { ...fs, writeFileSync };
});

let folder: string;
let store: ApprovalStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capas-approval-'));
  store = new ApprovalStore(folder);
});
afterEach(() => {
  isFull = false;
  rmSync(folder, { recursive: true });
});

const PAGE = '/course/lesson.md';
const nowhere = { picture: () => null, read: () => null, exists: () => false };

function lessonOf(...commands: string[]) {
  const transcript = commands.map((command) => `$ ${command}`).join('\n');
  return compile({ path: 'lesson.md', text: `# L\n\n\`\`\`console\n${transcript}\n\`\`\`\n` }, nowhere);
}

describe('askApproval', () => {
  it('shows every command with its line, and that none was approved before', () => {
    const approval = askApproval(PAGE, lessonOf('echo one', 'echo two'), store);
    expect(approval).toMatchObject({
      changed: false,
      commands: [
        { line: 4, command: 'echo one', inside: '' },
        { line: 5, command: 'echo two', inside: '' },
      ],
    });
  });

  it('asks once, again when a command changes, and not when it is as it was', () => {
    const before = lessonOf('echo one');
    store.add(PAGE, digestCommands(before.steps));
    expect(askApproval(PAGE, before, store)).toBeNull();
    expect(askApproval(PAGE, lessonOf('echo two'), store)).toMatchObject({ changed: true });
    expect(askApproval(PAGE, lessonOf('echo one'), store)).toBeNull();
  });

  it('asks for the same commands in another order, or on another page', () => {
    store.add(PAGE, digestCommands(lessonOf('echo one', 'echo two').steps));
    expect(askApproval(PAGE, lessonOf('echo two', 'echo one'), store)).not.toBeNull();
    expect(askApproval('/elsewhere/lesson.md', lessonOf('echo one', 'echo two'), store)).not.toBeNull();
  });

  it('asks nothing where there are no commands', () => {
    expect(askApproval(PAGE, { steps: [] }, store)).toBeNull();
  });

  it('tells a command at the host from the same one inside a program, and one terminal from another', () => {
    const host = makeStep('ls');
    const digests = [host, { ...host, inside: 'x', insideName: 'ubuntu' }, { ...host, terminal: 2 }].map(
      (step) => digestCommands([step]),
    );
    expect(new Set(digests).size).toBe(3);
  });

  it('tells by which command the program was opened, when two open one of the same name', () => {
    const [host, container] = [makeStep('bash'), makeStep('docker exec -it web bash')];
    const typed = { ...makeStep('rm -rf /data'), insideName: 'bash' };
    const [one, other] = [container, host].map(({ id }) =>
      digestCommands([host, container, { ...typed, inside: id }]),
    );
    expect(one).not.toBe(other);
  });
});

function makeStep(command: string) {
  return { id: command, command, inside: null as string | null, insideName: '', terminal: 1 };
}

describe('ApprovalStore', () => {
  it('is for the user alone, and survives a restart', () => {
    store.add(PAGE, 'digest');
    expect(new ApprovalStore(folder).read(PAGE)).toEqual(['digest']);
    const [name] = readdirSync(join(folder, 'approved'));
    expect(statSync(join(folder, 'approved', name!)).mode & 0o077).toBe(0);
  });

  it('approves nothing when its file is damaged, and mends it at the next approval', () => {
    store.add(PAGE, 'digest');
    const [name] = readdirSync(join(folder, 'approved'));
    writeFileSync(join(folder, 'approved', name!), '{"lesson": 7');
    expect(store.read(PAGE)).toEqual([]);
    store.add(PAGE, 'other');
    expect(store.read(PAGE)).toEqual(['other']);
  });

  it.each([
    [
      'there is a file where its folder would be',
      () => writeFileSync(join(folder, 'approved'), ''),
      'EEXIST',
    ],
    [
      'the state folder is a file',
      () => {
        writeFileSync(join(folder, 'file'), '');
        store = new ApprovalStore(join(folder, 'file'));
      },
      'ENOTDIR',
    ],
    [
      'the disk has no room',
      () => {
        isFull = true;
      },
      'ENOSPC',
    ],
  ])('approves for now, and says why not for longer, when %s', (_, spoil, why) => {
    spoil();
    expect(store.add(PAGE, 'digest')).toContain(why);
    expect(store.read(PAGE)).toEqual(['digest']);
    expect(store.read('/elsewhere/lesson.md')).toEqual([]);
    expect(new ApprovalStore(folder).read(PAGE)).toEqual([]);
  });

  it('says nothing when it could keep the approval', () => expect(store.add(PAGE, 'digest')).toBeNull());

  it('keeps the latest twenty of a lesson', () => {
    for (let version = 1; version <= 25; version++) store.add(PAGE, `digest${version}`);
    expect(store.read(PAGE)).toHaveLength(20);
    expect(store.read(PAGE).at(-1)).toBe('digest25');
  });

  it('holds the latest twenty of a lesson too where none can be kept', () => {
    isFull = true;
    for (let version = 1; version <= 25; version++) store.add(PAGE, `digest${version}`);
    expect(store.read(PAGE)).toEqual(Array.from({ length: 20 }, (_, at) => `digest${at + 6}`));
  });
});
