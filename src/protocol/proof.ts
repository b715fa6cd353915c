/**
 * What a window of a deck and its helper sign (HMAC-SHA-256) to prove to each other that they know the window's
 * secret, which neither ever sends over the socket. `side` keeps one side's proof from serving as the other's;
 * the host, with its port, keeps it from serving at another server.
 */
export function proofParts(side: 'helper' | 'window', challenge: string, host: string): string[] {
  return [side, challenge, host];
}
