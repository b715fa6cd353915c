import { expect, it } from 'vitest';
import { describeCutProxies } from './cut-proxies.ts';

it('tells which proxies commands get without their password, how to have it otherwise, and no password', () => {
  const proxies = { HTTP_PROXY: 'http://ana:s3cret@proxy', https_proxy: 'http://ana:s3cret@proxy' };
  const said = describeCutProxies(proxies)!;
  expect(said).toContain('HTTP_PROXY, https_proxy');
  expect(said).toContain('CAPAS_KEEP_PROXY=1');
  expect(said).not.toMatch(/ana|s3cret/);
  expect(describeCutProxies({ ...proxies, CAPAS_KEEP_PROXY: '1' })).toBeNull();
});

it('says nothing where no proxy has one', () => {
  expect(describeCutProxies({ HTTP_PROXY: 'http://proxy:3128', PATH: '/bin' })).toBeNull();
});
