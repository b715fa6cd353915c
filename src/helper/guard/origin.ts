/**
 * Whether a WebSocket upgrade comes from a page of the helper itself (RFC 6455, section 10.2). Browsers let
 * any page open a socket to any host and say in `Origin` which page it was; a program that leaves it out
 * is refused too.
 */
export function isOwnOrigin(origin: string | undefined, port: number): boolean {
  return origin === `http://127.0.0.1:${port}`;
}
