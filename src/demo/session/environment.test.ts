import { describe, expect, it } from 'vitest';
import { makeShellEnvironment } from './environment.ts';

describe('what a demo’s shell sees of the teacher’s environment', () => {
  it.each([
    ...['AWS_SECRET_ACCESS_KEY', 'GITHUB_TOKEN', 'NPM_TOKEN', 'DOCKER_PASSWORD', 'PGPASSWORD', 'MY_SECRET'],
    ...['BASH_ENV', 'PROMPT_COMMAND', 'PS1', 'LD_PRELOAD', 'NODE_OPTIONS', 'HISTFILE', 'CAPAS_BROWSER'],
    ...['XDG_SESSION_TOKEN', 'MY_XDG_DATA_HOME', 'XDG_DATA_HOMES', 'XDG__HOME_KEY', 'MY_LC_ALL', 'path', ''],
    ...['LC_SECRET', 'LC_ALL_KEY', 'XDG_SECRET_HOME', 'XDG_CONFIG_DIR', 'XDG_RUNTIME_DIRS'],
  ])('not %s', (name) => {
    expect(Object.values(makeShellEnvironment({ [name]: 'the secret' }))).not.toContain('the secret');
  });

  it.each([
    ...['PATH', 'HOME', 'LANG', 'DBUS_SESSION_BUS_ADDRESS', 'DOCKER_HOST', 'DOCKER_API_VERSION'],
    ...['DOCKER_BUILDKIT', 'MINIKUBE_HOME', 'SSH_AUTH_SOCK', 'no_proxy', 'JAVA_HOME', 'SSL_CERT_DIR'],
    ...['LC_ALL', 'LC_NUMERIC', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_DIRS'],
  ])('%s', (name) => {
    expect(makeShellEnvironment({ [name]: 'kept' })[name]).toBe('kept');
  });
});

it('has pagers that wait for nobody, colours, and no hints, whatever the teacher has set', () => {
  const env = { TERM: 'dumb', PAGER: 'less', GIT_PAGER: 'less', DOCKER_CLI_HINTS: 'true', LANG: undefined };
  expect(makeShellEnvironment(env)).toEqual({
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    PAGER: 'cat',
    GIT_PAGER: 'cat',
    SYSTEMD_PAGER: 'cat',
    DOCKER_CLI_HINTS: 'false',
  });
});

it('has what the shell itself needs before all else', () => {
  expect(makeShellEnvironment({ PATH: '/bin' }, { TERM: 'mine', ZDOTDIR: '/tmp' })).toMatchObject({
    ...{ PATH: '/bin', TERM: 'mine', ZDOTDIR: '/tmp' },
  });
});
