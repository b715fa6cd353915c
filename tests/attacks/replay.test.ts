import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/course.ts';
import { Deck, startTarget, type Target } from './target.ts';

let target: Target;
beforeAll(async () => {
  target = await startTarget({ replay: true });
});
afterAll(() => target.close());

it('a helper that only replays runs and types nothing, whoever asks', async () => {
  const deck = new Deck(target.guest);
  expect(await deck.join()).toMatchObject({ mode: 'replay', writable: false, approval: null });
  const [step] = loadCourse(target.page).lessons[0]!.lesson.steps;
  for (const message of [
    { type: 'run', step: step!.id },
    { type: 'input', terminal: 1, data: `touch ${target.proof}\r` },
    { type: 'approve', digest: 'a' },
    { type: 'undo-list' },
    { type: 'reset' },
  ]) {
    deck.send(message);
    expect((await deck.next('problem')).code).toBe('replaying');
  }
  expect(existsSync(target.proof)).toBe(false);
  deck.close();
});
