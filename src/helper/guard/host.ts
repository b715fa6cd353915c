/**
 * Whether a request came to the address that the helper printed. A page that rebinds its own name to
 * 127.0.0.1 (DNS rebinding) reaches the port, but its browser still sends that name as `Host`.
 * `rawHeaders` is Node's flat list, so that a second `Host` is seen too.
 */
export function isOwnHost(rawHeaders: readonly string[], port: number): boolean {
  const hosts = rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]!.toLowerCase() === 'host');
  return hosts.length === 1 && hosts[0] === `127.0.0.1:${port}`;
}
