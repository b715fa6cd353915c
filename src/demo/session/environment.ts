import { chooseProxies } from './proxies.ts';

/**
 * The environment of a demo's shell: what commands need to work as they do for the teacher, and nothing that
 * could put a secret on the class room's wall when somebody types `env`.
 */
export function makeShellEnvironment(
  env: NodeJS.ProcessEnv,
  extra: Record<string, string> = {},
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && isKept(name)) kept[name] = value;
  }
  return { LANG: 'C.UTF-8', ...kept, ...chooseProxies(env), ...FIXED, ...extra };
}

/**
 * Has the shell's commands speak to the engine at a socket, wherever the user's own settings would have them
 * look; Podman's commands only where the engine is Podman. Other addresses come from those settings.
 */
export function pointAtEngine(env: NodeJS.ProcessEnv, address: string, name: string): NodeJS.ProcessEnv {
  if (!/^(?:unix|npipe):/.test(address)) return env;
  const { DOCKER_CONTEXT, DOCKER_TLS_VERIFY, DOCKER_CERT_PATH, ...rest } = env;
  return { ...rest, DOCKER_HOST: address, ...(name === 'Podman' && { CONTAINER_HOST: address }) };
}

/** Pagers would wait for a key at the end of `git log`; the Docker CLI's hints are not what the page shows. */
const FIXED = {
  TERM: 'xterm-256color',
  COLORTERM: 'truecolor',
  PAGER: 'cat',
  GIT_PAGER: 'cat',
  SYSTEMD_PAGER: 'cat',
  DOCKER_CLI_HINTS: 'false',
};

const KEPT = new Set(
  [
    'PATH HOME USER LOGNAME SHELL LANG LANGUAGE TZ TMPDIR DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS',
    'DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_CERT_PATH DOCKER_TLS_VERIFY DOCKER_API_VERSION',
    'DOCKER_BUILDKIT DOCKER_DEFAULT_PLATFORM CONTAINER_HOST CONTAINERS_CONF KUBECONFIG MINIKUBE_HOME',
    'SSH_AUTH_SOCK NO_PROXY no_proxy',
    'JAVA_HOME GOPATH NVM_DIR VIRTUAL_ENV HOMEBREW_PREFIX SSL_CERT_FILE SSL_CERT_DIR',
  ].flatMap((line) => line.split(' ')),
);

/** The categories of locale(7), and the folders of the XDG Base Directory Specification. */
const LOCALE =
  /^LC_(?:ALL|ADDRESS|COLLATE|CTYPE|IDENTIFICATION|MEASUREMENT|MESSAGES|MONETARY|NAME|NUMERIC|PAPER|TELEPHONE|TIME)$/;
const FOLDERS = /^XDG_(?:(?:CONFIG|DATA|CACHE|STATE)_HOME|(?:CONFIG|DATA)_DIRS|RUNTIME_DIR)$/;

function isKept(name: string): boolean {
  return KEPT.has(name) || LOCALE.test(name) || FOLDERS.test(name);
}
