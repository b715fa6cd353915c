/**
 * The token that `capas present` put into the address's fragment. It is taken out of the address at once
 * (so that it stands in no history and no screenshot) and kept in this tab; `null` when there is none.
 */
export function takeToken(): string | null {
  const given = /(?:^#|&)token=([0-9a-f]{32,})/i.exec(location.hash)?.[1];
  if (given) {
    store(TOKEN, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return given ?? read(TOKEN);
}

/** Random, made by this tab and kept in it: only the tab that opened the session may type into it. */
export function getCapability(): string {
  const kept = read(CAPABILITY);
  if (kept) return kept;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const made = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  store(CAPABILITY, made);
  return made;
}

const TOKEN = 'capas-token';
const CAPABILITY = 'capas-capability';

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Without storage a reload needs the whole address again.
  }
}
