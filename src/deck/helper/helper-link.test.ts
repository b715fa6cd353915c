import { beforeEach, describe, expect, it } from 'vitest';
import type {
  Approval,
  DeckMessage,
  EngineStatus,
  HelperMessage,
  UndoList,
} from '../../protocol/messages.ts';
import { HelperLink, type Obstacle } from './helper-link.ts';

let sent: DeckMessage['type'][];
let changes: [Obstacle, Obstacle][];
let isOpen: boolean;
let link: HelperLink;
beforeEach(() => {
  sent = [];
  changes = [];
  isOpen = true;
  link = new HelperLink({
    send: ({ type }) => isOpen && sent.push(type) > 0,
    onChange: (before, now) => changes.push([before, now]),
  });
});

type Welcome = Extract<HelperMessage, { type: 'welcome' }>;
const docker: EngineStatus = { needed: true, available: true, name: 'Docker', version: '27.1' };

function open(more: Partial<Welcome> = {}): void {
  const rest = { approval: null, engine: docker, steps: [], terminals: [] };
  link.open({ type: 'welcome', mode: 'live', writable: true, ...rest, ...more });
}

describe('what keeps this window from running steps', () => {
  it.each<[Obstacle, Partial<Welcome>]>([
    [null, {}],
    ['watching', { writable: false }],
    ['replay', { mode: 'replay', writable: false }],
    ['engine', { engine: { ...docker, available: false } }],
    [null, { engine: { ...docker, needed: false, available: false } }],
    // Whoever only watches runs nothing, with an engine or without.
    ['watching', { writable: false, engine: { ...docker, available: false } }],
  ])('%s: %j', (obstacle, welcome) => {
    expect(link.obstacle).toBe('none');
    open(welcome);
    expect(link.obstacle).toBe(obstacle);
    expect(changes).toEqual([['none', obstacle]]);
  });

  it.each(['lost', 'refused'] as const)('the connection: %s', (state) => {
    open();
    link.lose(state);
    expect(link.obstacle).toBe(state);
    open();
    expect(changes).toEqual([
      ...[
        ['none', null],
        [null, state],
        [state, null],
      ],
    ]);
  });

  it('is told only when it changes', () => {
    open();
    link.takeEngine({ ...docker, version: '28' });
    link.takeEngine({ ...docker, available: false });
    link.takeEngine({ ...docker, available: false });
    expect(changes).toEqual([
      ...[
        ['none', null],
        [null, 'engine'],
      ],
    ]);
  });
});

it('names the engine only where one is needed', () => {
  expect(link.engine).toBe('');
  open();
  expect(link.engine).toBe('Docker 27.1');
  link.takeEngine({ ...docker, needed: false });
  expect(link.engine).toBe('');
});

describe('an approval', () => {
  const asked: Approval = { digest: 'd', changed: false, commands: [] };

  it('is taken once the helper asks no more', async () => {
    open({ approval: asked });
    expect(link.approval).toBe(asked);
    const taken = link.approve(asked);
    expect(sent).toEqual(['approve']);
    link.takeApproval(null);
    expect(await taken).toBe(true);
    expect(link.approval).toBeNull();
  });

  it.each<[string, () => void]>([
    ['the helper asks for another one', () => link.takeApproval({ ...asked, digest: 'e' })],
    ['the helper refuses', () => link.giveUp()],
    ['the connection is lost', () => link.lose('lost')],
    ['it is given anew', () => void link.approve(asked)],
  ])('is not taken when %s', async (_, happens) => {
    const taken = link.approve(asked);
    happens();
    expect(await taken).toBe(false);
  });

  it('is not taken when it can’t be sent', async () => {
    isOpen = false;
    expect(await link.approve(asked)).toBe(false);
  });
});

describe('the list of what a reset removes', () => {
  it('comes from the helper', async () => {
    const list = { id: 'l' } as UndoList;
    const asked = link.askUndoList();
    link.takeUndoList(list);
    expect(await asked).toBe(list);
    expect(sent).toEqual(['undo-list']);
  });

  it.each<[string, () => void]>([
    ['it fails', () => link.giveUp()],
    ['the connection is lost', () => link.lose('lost')],
    ['it is asked for anew', () => void link.askUndoList()],
  ])('does not come when %s', async (_, happens) => {
    const asked = link.askUndoList();
    happens();
    expect(await asked).toBeNull();
  });

  it('does not come when it can’t be asked for', async () => {
    isOpen = false;
    expect(await link.askUndoList()).toBeNull();
  });
});
