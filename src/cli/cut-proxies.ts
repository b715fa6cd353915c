import { findCutProxies, KEEP_PROXY } from '../demo/session/proxies.ts';

/** What a teacher must know whose commands go through a proxy that wants a password; `null` where there is none. */
export function describeCutProxies(env: NodeJS.ProcessEnv): string | null {
  const names = findCutProxies(env);
  if (names.length === 0) return null;
  return (
    `commands get ${names.join(', ')} without user and password, which \`env\` would show to the class; ` +
    `start Capas with ${KEEP_PROXY}=1 to give them whole`
  );
}
