import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Room, type Screen } from './room.ts';

let room: Room;
let deck: Screen;
beforeEach(async () => {
  room = new Room();
  await room.open(['x=kept', 'echo first $x']);
  deck = await room.lead();
});
afterEach(() => room.close());

const served = async () => (await room.guest.fetch('lesson/')).text();

describe('a page that changes while it is presented', () => {
  it('keeps its session, in which the new step runs once it is approved', async () => {
    const before = await room.step('x=kept');
    deck.run(before);
    await deck.until(before, 'done');
    room.write('x=kept', 'echo second $x');
    const { approval } = await deck.next('approval');
    expect(approval).toMatchObject({ changed: true });
    expect((await deck.next('changed')).version).toBe(1);
    const step = await room.step('echo second $x');
    deck.run(step);
    expect((await deck.next('problem')).code).toBe('not-approved');
    await deck.approve(approval!.digest);
    deck.run(step);
    await deck.until(step, 'done');
    await expect.poll(() => deck.text).toContain('second kept');
  });

  it('is followed when an editor renames a new file over it', async () => {
    const draft = join(room.folder, 'lesson', 'index.md.tmp');
    writeFileSync(draft, readFileSync(room.page, 'utf8').replace('# Lesson', '# Renamed'));
    renameSync(draft, room.page);
    await deck.next('changed');
    expect(await served()).toContain('Renamed');
    writeFileSync(room.page, readFileSync(room.page, 'utf8').replace('# Renamed', '# Again'));
    expect((await deck.next('changed')).version).toBe(2);
    expect(await served()).toContain('Again');
  });
});

describe('a page that can’t be read any more', () => {
  const ways: [name: string, spoil: () => void][] = [
    ['was removed', () => rmSync(room.page)],
    ['is no text', () => writeFileSync(room.page, Buffer.of(0, 1, 2, 0))],
    ['was renamed away', () => renameSync(room.page, join(room.folder, 'away.md'))],
  ];
  // The superuser reads what nobody may read.
  if (process.getuid?.() !== 0) ways.push(['is forbidden', () => chmodSync(room.page, 0)]);

  it.each(ways)('because it %s keeps its last deck, and comes back', async (_, spoil) => {
    const text = readFileSync(room.page, 'utf8');
    spoil();
    expect((await deck.next('broken')).message).toContain('index.md');
    expect(await served()).toContain('# Lesson'.slice(2));
    const late = await room.come({ capability: 'late' });
    expect((await late.next('broken')).message).toContain('index.md');
    const step = await room.step('x=kept');
    deck.run(step);
    await deck.until(step, 'done');
    rmSync(room.page, { force: true });
    writeFileSync(room.page, text.replace('# Lesson', '# Mended'));
    await deck.next('changed');
    expect(await served()).toContain('Mended');
    expect(existsSync(room.page)).toBe(true);
  });
});
