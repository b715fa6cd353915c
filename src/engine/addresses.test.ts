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

it.each([
  ['nothing is said of certificates', {}, null],
  ['the folder is named', { DOCKER_CERT_PATH: 'HOME/.docker' }, { ca: 'ca', cert: 'cert', key: 'key' }],
  ['they are wanted', { DOCKER_TLS_VERIFY: '1' }, { ca: 'ca', cert: 'cert', key: 'key' }],
  ['one of them is missing', { DOCKER_CERT_PATH: 'HOME' }, null],
])('takes certificates for DOCKER_HOST where %s: %j', (_, said, tls) => {
  mkdirSync(join(home, '.docker'));
  for (const name of ['ca', 'cert', 'key']) writeFileSync(join(home, `.docker/${name}.pem`), name);
  writeFileSync(join(home, 'ca.pem'), 'ca');
  const env = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, value.replace('HOME', home)]),
  );
  const [address] = listAddresses({ HOME: home, DOCKER_HOST: 'tcp://teacher', ...env });
  expect(address?.tls).toEqual(tls);
});

it('has a context’s certificates, and its settings where DOCKER_CONFIG says', () => {
  writeContext('far', 'tcp://far:2376');
  const digest = createHash('sha256').update('far').digest('hex');
  const folder = join(home, '.docker/contexts/tls', digest, 'docker');
  mkdirSync(folder, { recursive: true });
  for (const name of ['ca', 'cert', 'key']) writeFileSync(join(folder, `${name}.pem`), name);
  const env = { HOME: '/nowhere', DOCKER_CONFIG: join(home, '.docker'), DOCKER_CONTEXT: 'far' };
  expect(listAddresses(env)[0]).toMatchObject({ host: 'tcp://far:2376', tls: { ca: 'ca', key: 'key' } });
});

it.each([
  ['that is the default one', 'default', { Host: 'tcp://other' }],
  ['that is not there', 'absent', null],
  ['without an address', 'broken', {}],
  ['with an empty address', 'broken', { Host: '' }],
  ['whose address is no text', 'broken', { Host: 7 }],
])('looks for sockets where the context is one %s', (_, name, docker) => {
  if (docker) writeMeta(name, { Endpoints: { docker } });
  const env = { HOME: home, DOCKER_CONTEXT: name };
  expect(listAddresses(env).filter(({ from }) => from.startsWith('context'))).toEqual([]);
});

it.each(['null', '7', '{"Endpoints":{}}', '{}'])('looks for sockets where a context says %s', (meta) => {
  writeMeta('broken', JSON.parse(meta));
  writeFileSync(join(home, '.docker/config.json'), '{"currentContext":"broken"}');
  expect(listAddresses({ HOME: home }).map(({ from }) => from)).not.toContain('context broken');
});

it.each(['{"currentContext":7}', 'null', '"far"'])(
  'follows no context where the settings say %s',
  (config) => {
    writeContext('7', 'tcp://wrong');
    writeFileSync(join(home, '.docker/config.json'), config);
    expect(listAddresses({ HOME: home }).map(({ host }) => host)).not.toContain('tcp://wrong');
  },
);

it.each([
  ['run/docker.sock', 'rootless Docker'],
  ['.docker/run/docker.sock', 'Docker Desktop'],
  ['.docker/desktop/docker.sock', 'Docker Desktop'],
  ['.colima/default/docker.sock', 'Colima'],
])('finds %s, which is of %s', (path, from) => {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), '');
  const found = listAddresses({ HOME: home, XDG_RUNTIME_DIR: join(home, 'run') });
  expect(found.filter(({ host }) => host.includes(home))).toEqual([
    { host: `unix://${join(home, path)}`, from, tls: null },
  ]);
});

it('takes CONTAINER_HOST before the sockets it knows, where it is a socket that is there', () => {
  writeFileSync(join(home, 'podman.sock'), '');
  const host = `unix://${home}/podman.sock`;
  expect(listAddresses({ HOME: home, CONTAINER_HOST: host })[0]).toEqual({
    host,
    from: 'CONTAINER_HOST',
    tls: null,
  });
  for (const other of ['ssh://far', 'tcp://x/unix://', `unix://${home}/absent`])
    expect(listAddresses({ HOME: home, CONTAINER_HOST: other }).map((one) => one.host)).not.toContain(other);
});

function writeMeta(name: string, meta: unknown): void {
  const folder = join(home, '.docker/contexts/meta', createHash('sha256').update(name).digest('hex'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'meta.json'), JSON.stringify(meta));
}

function writeContext(name: string, host: string): void {
  writeMeta(name, { Name: name, Endpoints: { docker: { Host: host } } });
}
