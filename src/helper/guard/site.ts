/** Headers by which a browser says where a request comes from (Fetch Metadata Request Headers). */
export interface RequestHeaders {
  'sec-fetch-site'?: string | undefined;
  'sec-fetch-mode'?: string | undefined;
  'sec-fetch-dest'?: string | undefined;
}

/**
 * Whether a page of another server made the browser ask; one on another port of this machine is another server.
 * Programs that are no browsers do not say, and are held off by what else is asked for.
 */
export function isFromElsewhere(headers: RequestHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Whether the answer will be a window's page, not a part of another page. */
export function isForWindow(headers: RequestHeaders): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}
