/**
 * This window's pass: it proves to the helper, and lets the helper prove, that they have met. Its secret is kept in
 * memory only and never sent, so that who sits on the helper's port while it is away learns nothing of use.
 */
export interface Pass {
  window: string;
  /** What only a holder of the secret can write. */
  sign(parts: string[]): Promise<string>;
}

/** Asks for a pass; `null` when this browser has not been let in. Throws when nobody answers. */
export async function fetchPass(address: string): Promise<Pass | null> {
  const answer = await fetch(address, { method: 'POST' });
  if (!answer.ok) return null;
  const { window, secret } = (await answer.json()) as { window: string; secret: string };
  const text = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign']);
  return {
    window,
    async sign(parts) {
      const signed = await crypto.subtle.sign('HMAC', key, text.encode(JSON.stringify(parts)));
      return toHex(new Uint8Array(signed));
    },
  };
}

export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
