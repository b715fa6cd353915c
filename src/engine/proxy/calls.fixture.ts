import { afterEach, beforeEach } from 'vitest';
import type { Fact } from './facts.ts';
import { ProxyRoom } from './proxy.fixture.ts';

/** A proxy of its own for each test, before an engine that holds an image and a volume. */
export let room: ProxyRoom;
beforeEach(() => {
  room = new ProxyRoom();
  room.engine.imagesHeld = { 'sha256:u': ['ubuntu:latest'] };
  room.engine.volumesHeld = ['before'];
});
afterEach(() => room.close());

/** Asks, while the engine does `change` and answers `answer` (lines for a stream); gives what was kept of it. */
export async function keep(
  method: string,
  path: string,
  answer: unknown,
  change = () => {},
): Promise<Fact[]> {
  room.answer = (asked, response) => {
    asked.resume().on('end', () => {
      change();
      response.statusCode = method === 'POST' ? 201 : 200;
      response.end(
        Array.isArray(answer) && method === 'POST'
          ? answer.map((line) => `${JSON.stringify(line)}\r\n`).join('')
          : JSON.stringify(answer),
      );
    });
  };
  await room.ask(method, path, method === 'POST' ? '{}' : '');
  return room.kept.splice(0);
}

export const gone = (kind: 'volume' | 'image', name: string): Fact => ({ what: 'gone', kind, name });
