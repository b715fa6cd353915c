import { beforeAll, describe, expect, it } from 'vitest';
import { makeClient } from './client.ts';

// The client takes long to load: no test shall wait for that.
beforeAll(() => import('dockerode'), 60_000);

const tls = { ca: 'ca', cert: 'cert', key: 'key' };

/** What the client's connection knows of where to go. */
async function connect(host: string, { certificates = false, env = {} } = {}) {
  const address = { host, from: 'DOCKER_HOST', tls: certificates ? tls : null };
  return (await makeClient(address, env)).modem as unknown as Record<string, unknown>;
}

describe('a client goes where the address says', () => {
  it.each([
    ['unix:///run/docker.sock', { socketPath: '/run/docker.sock', protocol: 'http' }],
    ['npipe:////./pipe/docker', { socketPath: '//./pipe/docker', protocol: 'http' }],
    ['tcp://teacher', { protocol: 'http', host: 'teacher', port: 2375 }],
    ['tcp://teacher:99', { protocol: 'http', host: 'teacher', port: 99 }],
    ['http://teacher', { protocol: 'http', host: 'teacher', port: 2375 }],
    ['https://teacher', { protocol: 'https', host: 'teacher', port: 2376 }],
  ])('%s', async (host, expected) => {
    expect(await connect(host)).toMatchObject(expected);
  });

  it('with the certificates that were found', async () => {
    expect(await connect('tcp://teacher', { certificates: true })).toMatchObject({
      ...{ protocol: 'https', host: 'teacher', port: 2376, ...tls },
    });
  });

  it.each([
    ['ssh://far', { port: 22, username: 'me' }],
    ['ssh://you@far:2222', { port: 2222, username: 'you' }],
  ])('%s, with the user’s own agent', async (host, expected) => {
    const env = { SSH_AUTH_SOCK: '/agent', USER: 'me' };
    expect(await connect(host, { env })).toMatchObject({
      ...{ protocol: 'ssh', host: 'far', sshOptions: { agent: '/agent' }, ...expected },
    });
  });

  it('and not where this process’s environment does', async () => {
    const before = process.env['DOCKER_HOST'];
    process.env['DOCKER_HOST'] = 'tcp://other:1';
    const client = await connect('unix:///run/docker.sock');
    if (before === undefined) delete process.env['DOCKER_HOST'];
    else process.env['DOCKER_HOST'] = before;
    expect([client['host'], client['port']]).toEqual([undefined, undefined]);
  });
});

it.each(['gopher://x', 'no address', 'x-unix://a'])('understands no %s', async (host) => {
  await expect(connect(host)).rejects.toMatchObject({
    ...{ code: 'unreachable', message: `DOCKER_HOST names an address that can't be understood: ${host}` },
  });
});
