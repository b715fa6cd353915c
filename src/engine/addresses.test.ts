import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listAddresses } from './addresses.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'capas-home-'));
});
afterEach(() => rmSync(home, { recursive: true }));

it('takes DOCKER_HOST and looks no further', () => {
  expect(listAddresses({ HOME: home, DOCKER_HOST: 'tcp://teacher:2375' })).toEqual([
    { host: 'tcp://teacher:2375', from: 'DOCKER_HOST', tls: null },
  ]);
});

it('takes the certificates that DOCKER_CERT_PATH names', () => {
  for (const name of ['ca', 'cert', 'key']) writeFileSync(join(home, `${name}.pem`), name);
  const [address] = listAddresses({
    HOME: home,
    DOCKER_HOST: 'tcp://teacher:2376',
    DOCKER_TLS_VERIFY: '1',
    DOCKER_CERT_PATH: home,
  });
  expect(address?.tls).toEqual({ ca: 'ca', cert: 'cert', key: 'key' });
});

it('follows the current context, and DOCKER_CONTEXT before it', () => {
  writeContext('colima', 'unix:///colima.sock');
  writeContext('far', 'ssh://me@far');
  writeFileSync(join(home, '.docker/config.json'), JSON.stringify({ currentContext: 'colima' }));
  expect(listAddresses({ HOME: home })[0]).toMatchObject({
    host: 'unix:///colima.sock',
    from: 'context colima',
  });
  expect(listAddresses({ HOME: home, DOCKER_CONTEXT: 'far' })[0]).toMatchObject({ host: 'ssh://me@far' });
});

it('finds the sockets that are there, also of Podman', () => {
  mkdirSync(join(home, 'run/podman'), { recursive: true });
  writeFileSync(join(home, 'run/podman/podman.sock'), '');
  const found = listAddresses({ HOME: home, XDG_RUNTIME_DIR: join(home, 'run') });
  expect(found).toContainEqual({ host: `unix://${home}/run/podman/podman.sock`, from: 'Podman', tls: null });
  expect(found.map((one) => one.from)).not.toContain('Colima');
});

it('takes broken configuration for none', () => {
  mkdirSync(join(home, '.docker'));
  writeFileSync(join(home, '.docker/config.json'), '{ not json');
  expect(() => listAddresses({ HOME: home })).not.toThrow();
});

function writeContext(name: string, host: string): void {
  const folder = join(home, '.docker/contexts/meta', createHash('sha256').update(name).digest('hex'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'meta.json'),
    JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }),
  );
}
