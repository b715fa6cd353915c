import { describe, expect, it } from 'vitest';
import { readEndpoint } from './endpoint.ts';

const tls = { ca: 'ca', cert: 'cert', key: 'key' };
const read = (host: string, pems: typeof tls | null = null) =>
  readEndpoint({ host, from: 'DOCKER_HOST', tls: pems });

describe('an address', () => {
  it.each([
    ['unix:///var/run/docker.sock', { path: '/var/run/docker.sock' }],
    ['npipe:////./pipe/docker_engine', { path: '//./pipe/docker_engine' }],
    ['tcp://far', { host: 'far', port: 2375, secure: false, tls: null }],
    ['http://far:80', { host: 'far', port: 80, secure: false, tls: null }],
    ['tcp://[::1]:99', { host: '::1', port: 99, secure: false, tls: null }],
    ['https://far', { host: 'far', port: 2376, secure: true, tls: null }],
  ])('%s can be dialled', (host, endpoint) => {
    expect(read(host)).toEqual(endpoint);
  });

  it('with keys is spoken to by TLS', () => {
    expect(read('tcp://far', tls)).toEqual({ host: 'far', port: 2376, secure: true, tls });
  });

  it.each(['ssh://teacher@far', 'fd://', 'gopher://x', 'unix://', 'tcp://', 'nonsense'])(
    '%s can’t',
    (host) => {
      expect(read(host)).toBeNull();
    },
  );
});
