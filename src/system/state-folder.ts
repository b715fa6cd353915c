import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Capas keeps what it must remember between runs: `$XDG_STATE_HOME/capas` (XDG Base Directory
 * Specification), and its equals on macOS and Windows. It need not exist yet.
 */
export function stateFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const home = env['HOME'] || homedir();
  if (isAbsolutePath(env['XDG_STATE_HOME'])) return join(env['XDG_STATE_HOME']!, 'capas');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'capas');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'capas');
  return join(home, '.local', 'state', 'capas');
}

/** The specification says that a relative path is to be ignored. */
function isAbsolutePath(path: string | undefined): boolean {
  return path?.startsWith('/') ?? false;
}
