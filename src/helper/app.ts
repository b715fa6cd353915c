import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { complain } from '../system/say.ts';
import { securityHeaders } from './guard/headers.ts';
import { isOwnHost } from './guard/host.ts';
import { readTarget } from './guard/path.ts';
import { findLessonFile, findRuntimeFile, type ServedFile } from './lesson-files.ts';
import type { LiveCourse } from './live-course.ts';

/** What Node's server hands over beside the request: its headers and target as they came. */
export interface Bindings {
  incoming: { rawHeaders: string[]; url?: string };
}

export interface AppOptions {
  course: Pick<LiveCourse, 'folder' | 'slugs' | 'find' | 'deck' | 'handout' | 'index'>;
  /** The folder of the browser's runtime. */
  runtime: string;
  /** The port that requests must name in `Host`; asked late, since it is known once the server listens. */
  port(): number;
}

/**
 * Everything that the helper serves over HTTP: the course's index, decks, handouts, what lies beside pages,
 * and the runtime. It only reads: no request changes anything, and none is answered before the guard.
 */
export function makeApp(options: AppOptions): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(securityHeaders)) c.header(name, value);
    if (!isOwnHost(c.env.incoming.rawHeaders, options.port())) return refuse(c, 403, 'wrong host');
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return refuse(c, 405, 'only GET');
    return next();
  });
  app.all('*', (c) => answer(c, options));
  app.onError((error, c) => {
    complain(`capas: ${c.req.path}: ${error.message}\n`);
    return refuse(c, 500, 'this page failed; the terminal that runs capas says why');
  });
  return app;
}

async function answer(
  c: Context<{ Bindings: Bindings }>,
  { course, runtime }: AppOptions,
): Promise<Response> {
  const segments = readTarget(c.env.incoming.url ?? '');
  if (segments === null) return refuse(c, 400, 'no such address');
  const [first = '', ...rest] = segments;
  if (first === '')
    return course.slugs.length === 1
      ? c.redirect(`/${course.slugs[0]}/`, 302)
      : html(c, await course.index());
  if (first === '_capas') return serve(c, findRuntimeFile(runtime, rest));
  if (first === '_files') return serve(c, findLessonFile(course.folder, course.folder, rest));
  const lesson = course.find(first);
  if (!lesson) return refuse(c, 404, 'no such lesson');
  if (rest.length === 0) return c.redirect(`/${encodeURIComponent(first)}/`, 302);
  if (rest.length === 1 && (rest[0] === '' || rest[0] === 'index.html'))
    return html(c, await course.deck(first));
  if (rest.length === 1 && rest[0] === 'handout.html') return html(c, await course.handout(first));
  return serve(c, findLessonFile(course.folder, lesson.folder, rest));
}

function html(c: Context, text: string): Response {
  return c.body(text, 200, { 'Content-Type': 'text/html; charset=utf-8' });
}

async function serve(c: Context, file: ServedFile | null): Promise<Response> {
  if (file === null) return refuse(c, 404, 'no such file');
  return c.body(await readFile(file.path), 200, { 'Content-Type': file.type });
}

function refuse(c: Context, status: 400 | 403 | 404 | 405 | 500, why: string): Response {
  return c.body(`${why}\n`, status, { 'Content-Type': 'text/plain; charset=utf-8' });
}
