import { toHex } from './window-pass.ts';

/**
 * Random, made by this tab and kept in it: of the windows of a browser, only the one that opened the session may
 * type into it, also after a reload. It opens nothing by itself.
 */
export function getCapability(): string {
  const kept = read();
  if (kept) return kept;
  const made = toHex(crypto.getRandomValues(new Uint8Array(16)));
  store(made);
  return made;
}

const CAPABILITY = 'capas-capability';

function read(): string | null {
  try {
    return sessionStorage.getItem(CAPABILITY);
  } catch {
    return null;
  }
}

function store(value: string): void {
  try {
    sessionStorage.setItem(CAPABILITY, value);
  } catch {
    // Without storage a reload waits until the seat is free.
  }
}
