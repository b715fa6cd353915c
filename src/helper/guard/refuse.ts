import type { Context } from 'hono';

/** An answer that gives nothing but the reason, in one line. */
export function refuse(c: Context, status: 400 | 401 | 403 | 404 | 405 | 413 | 500, why: string): Response {
  return c.body(`${why}\n`, status, { 'Content-Type': 'text/plain; charset=utf-8' });
}
