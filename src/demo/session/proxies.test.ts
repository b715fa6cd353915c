import { describe, expect, it } from 'vitest';
import { makeShellEnvironment } from './environment.ts';
import { findCutProxies } from './proxies.ts';

const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];

describe('a proxy of the teacher’s', () => {
  it.each(NAMES)('is the session’s, without its user and password: %s', (name) => {
    const env = { [name]: 'http://ana:s3cret@proxy.example:3128/' };
    expect(makeShellEnvironment(env)[name]).toBe('http://proxy.example:3128/');
    expect(findCutProxies(env)).toEqual([name]);
  });

  it.each([
    ['ana:s3cret@proxy:3128', 'proxy:3128'],
    ['s3cret@proxy', 'proxy'],
    ['socks5h://ana:s3cret@10.0.0.1:1080', 'socks5h://10.0.0.1:1080'],
    ['HTTP://ana:s3cret@proxy', 'HTTP://proxy'],
    ['http://ana:s3/cr@et:3@proxy:3128', 'http://proxy:3128'],
    ['http://ana:s3\ncret@proxy', 'http://proxy'],
    ['ana://s3cret@proxy', 'ana://proxy'],
    ['1na://s3cret@proxy', 'proxy'],
    ['http:s3cret@proxy', 'proxy'],
    ['http://@proxy', 'http://proxy'],
  ])('%j stands as %j', (address, shown) => {
    expect(makeShellEnvironment({ HTTP_PROXY: address })['HTTP_PROXY']).toBe(shown);
  });

  it.each(['', 'http://proxy.example:3128', 'proxy:3128', 'socks5h://[::1]:1080/'])(
    'without them is the session’s as it is: %j',
    (address) => {
      expect(makeShellEnvironment({ HTTP_PROXY: address })['HTTP_PROXY']).toBe(address);
      expect(findCutProxies({ HTTP_PROXY: address })).toEqual([]);
    },
  );

  it('is the session’s with them where the teacher says so, and the word itself is not', () => {
    const whole = { https_proxy: 'http://ana:s3cret@proxy' };
    expect(makeShellEnvironment({ ...whole, CAPAS_KEEP_PROXY: '1' })).toMatchObject(whole);
    expect(makeShellEnvironment({ CAPAS_KEEP_PROXY: '1' })).not.toHaveProperty('CAPAS_KEEP_PROXY');
    expect(findCutProxies({ ...whole, CAPAS_KEEP_PROXY: '1' })).toEqual([]);
    for (const other of ['', '0', 'true'])
      expect(findCutProxies({ ...whole, CAPAS_KEEP_PROXY: other })).toEqual(['https_proxy']);
  });

  it('is told by its name, and nothing else is', () => {
    const env = { GIT_PROXY: 'a:b@c', HTTP_PROXY: undefined, NO_PROXY: 'a@b', http_proxy: 'a:b@c' };
    expect(findCutProxies(env)).toEqual(['http_proxy']);
    expect(makeShellEnvironment(env)).toMatchObject({ NO_PROXY: 'a@b', http_proxy: 'c' });
    expect(makeShellEnvironment(env)).not.toHaveProperty('GIT_PROXY');
    expect(makeShellEnvironment(env)).not.toHaveProperty('HTTP_PROXY');
  });
});
