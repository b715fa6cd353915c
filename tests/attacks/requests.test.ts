import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, sendRaw, startTarget, type Target } from './target.ts';

let target: Target;
beforeAll(async () => {
  target = await startTarget();
});
afterAll(() => target.close());

describe('DNS rebinding: a name of the attacker’s that leads here', () => {
  it.each([
    'attacker.example',
    'localhost',
    'LOCALHOST:80',
    '127.0.0.1',
    '127.0.0.1:1',
    '127.1:PORT',
    '[::1]:PORT',
    '127.0.0.1:PORT.attacker.example',
    '127.0.0.1:PORT@attacker.example',
  ])('is refused by its Host: %s', async (host) => {
    const answer = await ask(target, '/lesson/', {
      headers: { host: host.replace('PORT', String(target.helper.port)) },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('Lesson');
  });

  it('is refused with two Hosts, of which one is right', async () => {
    const answer = await sendRaw(
      target,
      `GET ${target.place}/lesson/ HTTP/1.1\r\nHost: ${target.host}\r\nHost: attacker.example\r\nCookie: ${target.guest.cookie}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d/);
    expect(answer).not.toContain('Lesson');
  });

  it.each(['', 'Host:\r\n'])('is refused with no Host at all (%j)', async (line) => {
    const answer = await sendRaw(
      target,
      `GET ${target.place}/lesson/ HTTP/1.0\r\n${line}Cookie: ${target.guest.cookie}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d/);
    expect(answer).not.toContain('Lesson');
  });

  it('answers its own address', async () => {
    expect((await ask(target, '/lesson/')).body).toContain('Lesson');
  });
});

describe('leaving the course', () => {
  it.each([
    '/lesson/../../secret.png',
    '/lesson/..%2f..%2fsecret.png',
    '/lesson/%2e%2e/%2e%2e/secret.png',
    '/lesson/..%5c..%5csecret.png',
    '/lesson/....//....//secret.png',
    '/lesson//etc/passwd',
    '/lesson/%2fetc%2fpasswd',
    '/lesson/secret.png%00.png',
    '/lesson/link.png',
    '/lesson/notes.txt',
    '/lesson/index.md',
    '/_files/../../secret.png',
    '/_files/..%2f..%2fsecret.png',
    '/_files/%2e%2e/%2e%2e/secret.png',
    '/_files/..%5c..%5csecret.png',
    '/_files//etc/passwd',
    '/_files/link.png',
    '/_files/notes.txt',
    '/_files/index.md',
    '/_files/',
    '/_files',
    '/_capas/../../package.json',
    '/_capas/%2e%2e/node/main.js',
    '/_capas/../node/main.js',
    '/lesson/%',
    '/lesson/%ff%fe',
    `/${'a/'.repeat(4000)}`,
  ])('%s gives nothing', async (path) => {
    const answer = await sendRaw(
      target,
      `GET ${target.place}${path} HTTP/1.1\r\nHost: ${target.host}\r\nCookie: ${target.guest.cookie}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 (?:4\d\d|30\d)/);
    expect(answer).not.toContain('the secret');
    expect(answer).not.toContain('"dependencies"');
    expect(answer).not.toContain('# Lesson');
  });
});

describe('requests that would change something', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
    '%s is refused, without leave for other origins',
    async (method) => {
      const answer = await ask(target, '/lesson/', {
        method,
        headers: { origin: 'http://attacker.example', 'content-type': 'text/plain' },
      });
      expect(answer.status).toBe(405);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );

  it('CONNECT and an absolute target make no proxy of it', async () => {
    const answer = await sendRaw(target, `CONNECT example.com:80 HTTP/1.1\r\nHost: example.com:80\r\n\r\n`);
    expect(answer).not.toMatch(/^HTTP\/1.1 2/);
  });
});

describe('the helper’s place', () => {
  it.each(['/', '/lesson/', '/lesson/handout.html', '/_capas/deck.js', `/${'0'.repeat(32)}/lesson/`])(
    '%s without it is nothing, whatever the cookie',
    async (path) => {
      const { status, body } = await ask({ ...target, place: '' }, path);
      expect([400, 404]).toContain(status);
      expect(body).not.toContain('Lesson');
    },
  );

  it.each(['//attacker.example/', 'http://attacker.example/'])('is no part of %s', async (before) => {
    const answer = await ask({ ...target, place: before + target.place.slice(1) }, '/lesson/');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('Lesson');
  });
});
