/** What curl, git, package managers and most programs read; in small letters too. */
const PROXIES = new Set(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
);

/** Set by the teacher, never by a page: a session's commands get a proxy's address whole. */
export const KEEP_PROXY = 'CAPAS_KEEP_PROXY';

/**
 * The proxies that a demo's shell gets, without the user and password that an address may hold: whoever types
 * `env` would show them to the class. A proxy that wants them says so at once.
 */
export function chooseProxies(env: NodeJS.ProcessEnv): Record<string, string> {
  const proxies: Record<string, string> = {};
  for (const [name, address] of Object.entries(env)) {
    if (address === undefined || !PROXIES.has(name)) continue;
    proxies[name] = env[KEEP_PROXY] === '1' ? address : withoutUser(address);
  }
  return proxies;
}

/** The names of the proxies whose user and password a demo's shell does not get. */
export function findCutProxies(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(chooseProxies(env))
    .filter(([name, address]) => address !== env[name])
    .map(([name]) => name);
}

/** Not read as a URL, which leaves out too little where a password holds signs that none may hold. */
function withoutUser(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, '$1');
}
