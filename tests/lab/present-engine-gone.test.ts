import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCourse } from '../../src/course/course.ts';
import { type Helper, startHelper } from '../../src/helper/server.ts';
import type { DeckMessage, HelperMessage } from '../../src/protocol/messages.ts';
import { askPass, enter, greet, openSocket } from '../entry/enter.ts';
import { startLab } from './environment/start-lab.js';

/** An engine that may be killed: not the one of the other tests. */
let lab: Awaited<ReturnType<typeof startLab>>;
let helper: Helper;
let top: string;
beforeAll(async () => {
  lab = await startLab({ name: `present-gone-${process.pid}`, owner: process.pid });
  top = mkdtempSync(join(tmpdir(), 'capas-gone-'));
  mkdirSync(join(top, 'lesson'));
  writeFileSync(
    join(top, 'lesson', 'index.md'),
    '# Lesson\n\n```console\n$ docker run --rm ubuntu sleep 300\n$ echo still here\n```\n',
  );
  const env = { ...process.env, HOME: top, XDG_STATE_HOME: join(top, 'state'), DOCKER_HOST: lab.host };
  helper = await startHelper({ path: join(top, 'lesson'), port: 0, replay: false, env });
});
afterAll(async () => {
  await helper.close();
  await lab.stop();
  rmSync(top, { recursive: true, force: true });
});

/** A deck that leads, and waits for a message that is asked for by a condition. */
async function openDeck() {
  const guest = await enter(helper);
  const socket = openSocket(guest);
  const messages: HelperMessage[] = [];
  socket.on('message', (data, isBinary) => {
    if (!isBinary) messages.push(JSON.parse(String(data)));
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const send = (message: DeckMessage) => socket.send(JSON.stringify(message));
  const { slug } = loadCourse(join(top, 'lesson')).lessons[0]!;
  const { proof } = await greet(socket, guest, await askPass(guest));
  send({ type: 'hello', proof, lesson: slug, capability: 'own', seen: 0 });
  const next = async <T>(pick: (message: HelperMessage) => T | false | null) => {
    for (;;) {
      for (const message of messages) {
        const picked = pick(message);
        if (picked) return picked;
      }
      await new Promise((resolve) => socket.once('message', resolve));
    }
  };
  return { send, next, messages, close: () => socket.terminate() };
}

it('when the engine goes away in class, the running step fails within two seconds, and decks are told', async () => {
  const deck = await openDeck();
  const welcome = await deck.next((message) => message.type === 'welcome' && message);
  expect(welcome.engine).toMatchObject({ needed: true, available: true });
  deck.send({ type: 'approve', digest: welcome.approval!.digest });
  await deck.next((message) => message.type === 'approval');
  const [sleeping, echoing] = loadCourse(join(top, 'lesson')).lessons[0]!.lesson.steps;
  const state = (step: string, wanted: string) => (message: HelperMessage) =>
    message.type === 'step' && message.status.step === step && message.status.state === wanted && message;

  deck.send({ type: 'run', step: sleeping!.id, values: {} });
  await deck.next(state(sleeping!.id, 'running'));
  const brokenAt = performance.now();
  process.kill(lab.enginePid, 'SIGKILL');
  const failed = await deck.next(state(sleeping!.id, 'failed'));
  expect(performance.now() - brokenAt).toBeLessThan(2_000);
  expect(failed.status.note).not.toBe('');
  await deck.next((message) => message.type === 'engine' && !message.engine.available);

  // What needs no engine goes on in the same session.
  deck.send({ type: 'run', step: echoing!.id, values: {} });
  await deck.next(state(echoing!.id, 'done'));
  deck.close();
});
