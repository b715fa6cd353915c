import type { IncomingMessage } from 'node:http';
import { type Context, Hono } from 'hono';
import { findLessonFile, findRuntimeFile, type ServedFile } from '../../course/lesson-files.ts';
import type { LiveCourse } from '../../course/live-course.ts';
import { complain } from '../../system/say.ts';
import type { Entry } from '../entry/entry.ts';
import { renderEntryPage } from '../entry/entry-page.ts';
import { exchangeKey, openWindow } from '../entry/exchange.ts';
import { type AnswerKind, securityHeaders } from '../guard/headers.ts';
import { isOwnHost } from '../guard/host.ts';
import { readTarget } from '../guard/path.ts';
import { refuse } from '../guard/refuse.ts';
import { isForWindow, isFromElsewhere } from '../guard/site.ts';
import type { Strangers } from '../guard/strangers.ts';
import { sendFile } from './send-file.ts';

/** What Node's server hands over beside the request: its headers, target and connection as they came. */
export interface Bindings {
  incoming: Pick<IncomingMessage, 'rawHeaders' | 'headers' | 'url' | 'socket'>;
}

export interface AppOptions {
  course: Pick<LiveCourse, 'folder' | 'slugs' | 'find' | 'deck' | 'handout' | 'index' | 'files'>;
  entry: Entry;
  strangers: Pick<Strangers, 'know'>;
  /** The folder of the browser's runtime. */
  runtime: string;
  /** The port that requests must name in `Host`; asked late, since it is known once the server listens. */
  port(): number;
}

type Request = Context<{ Bindings: Bindings }>;

/**
 * Everything that the helper serves over HTTP. Before the guard and without a browser's cookie there is only the
 * door: a page without a word of any lesson, and the exchange of a key for a cookie. With it, the course's index,
 * decks, handouts, the files that they refer to, and the runtime; none of these changes anything.
 */
export function makeApp(options: AppOptions): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(async (c, next) => {
    setHeaders(c, 'page');
    if (!isOwnHost(c.env.incoming.rawHeaders, options.port())) return refuse(c, 403, 'wrong host');
    return next();
  });
  app.all('*', (c) => answer(c, options));
  app.onError((error, c) => {
    complain(`capas: ${c.req.path}: ${error.message}\n`);
    return refuse(c, 500, 'this page failed; the terminal that runs capas says why');
  });
  return app;
}

async function answer(c: Request, options: AppOptions): Promise<Response> {
  const { entry, strangers } = options;
  const segments = readTarget(c.env.incoming.url ?? '');
  if (segments === null) return refuse(c, 400, 'no such address');
  const [place, ...way] = segments;
  if (place !== entry.place) return refuse(c, 404, CLOSED);
  if (way.length === 0) return c.redirect(`/${place}/`, 302);
  const { headers, socket } = c.env.incoming;
  const isDoor = c.req.method === 'GET' && way.length === 1 && way[0] === '';
  // Another site may lead to the door, with no cookie that counts; to nothing else.
  if (isFromElsewhere(headers))
    return isDoor && isForWindow(headers) ? entryPage(c, entry) : refuse(c, 403, 'asked from another site');
  if (c.req.method === 'POST') return exchange(c, way.join('/'), options);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return refuse(c, 405, 'only GET');
  if (entry.browserOf(headers.cookie) === null) return stranger(c, way, options);
  strangers.know(socket);
  return serveCourse(c, way, options);
}

const CLOSED = 'This address is closed. Press Enter in the terminal that runs capas, or run: capas open';

/** Tells whoever has not been let in what to do: as a page where it will be read, else in a sentence. */
async function stranger(c: Request, way: string[], { entry, runtime }: AppOptions): Promise<Response> {
  const asset = /^_capas\/enter\.(?:js|css)$/.test(way.join('/'))
    ? findRuntimeFile(runtime, way.slice(1))
    : null;
  if (asset) return send(c, asset, 'page');
  if (way.length === 1 && way[0] === '') return entryPage(c, entry);
  return isForWindow(c.env.incoming.headers) ? entryPage(c, entry, 401) : refuse(c, 401, CLOSED);
}

/**
 * Until the first browser comes in, nothing that is kept for this origin is ours: a worker that an earlier server
 * has left there must not answer in our place.
 */
function entryPage(c: Request, entry: Entry, status: 200 | 401 = 200): Response {
  if (!entry.wasEntered) c.header('Clear-Site-Data', '"storage"');
  return html(c, renderEntryPage(entry.place), status);
}

async function exchange(c: Request, way: string, { entry, port }: AppOptions): Promise<Response> {
  if (way === '_capas/enter') return exchangeKey(c, entry, port());
  if (way === '_capas/window') return openWindow(c, entry, port());
  return refuse(c, 405, 'only GET');
}

async function serveCourse(c: Request, way: string[], { course, runtime }: AppOptions): Promise<Response> {
  const [first = '', ...rest] = way;
  if (first === '')
    // The empty fragment is for a key that was not needed: it would follow.
    return course.slugs.length === 1
      ? c.redirect(`${encodeURIComponent(course.slugs[0]!)}/#`, 302)
      : html(c, await course.index());
  if (first === '_capas') return send(c, findRuntimeFile(runtime, rest), 'page');
  if (first === '_files') return serveCourseFile(c, rest, course);
  const lesson = course.find(first);
  if (!lesson) return refuse(c, 404, 'no such lesson');
  if (rest.length === 0) return c.redirect(`${encodeURIComponent(first)}/`, 302);
  if (rest.length === 1 && (rest[0] === '' || rest[0] === 'index.html'))
    return html(c, await course.deck(first));
  if (rest.length === 1 && rest[0] === 'handout.html') return html(c, await course.handout(first));
  const isReferred = course.files(first).has(way.join('/'));
  return send(c, isReferred ? findLessonFile(course.folder, lesson.folder, rest) : null, 'file');
}

/** A file from elsewhere in the course, which any of its lessons may refer to. */
async function serveCourseFile(c: Request, rest: string[], course: AppOptions['course']): Promise<Response> {
  const address = ['_files', ...rest].join('/');
  for (const slug of course.slugs) {
    if (course.files(slug).has(address))
      return send(c, findLessonFile(course.folder, course.folder, rest), 'file');
  }
  return refuse(c, 404, 'no such file');
}

async function send(c: Request, file: ServedFile | null, kind: AnswerKind): Promise<Response> {
  if (file === null) return refuse(c, 404, 'no such file');
  setHeaders(c, kind === 'file' && /^(?:video|application\/pdf)/.test(file.type) ? 'document' : kind);
  return (await sendFile(c, file)) ?? refuse(c, 404, 'no such file');
}

function html(c: Context, text: string, status: 200 | 401 = 200): Response {
  return c.body(text, status, { 'Content-Type': 'text/html; charset=utf-8' });
}

function setHeaders(c: Context, kind: AnswerKind): void {
  for (const [name, value] of Object.entries(securityHeaders(kind))) c.header(name, value);
}
