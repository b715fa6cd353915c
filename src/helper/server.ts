import type { Server } from 'node:http';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { type LeftOutPage, loadCourse, realCoursePath } from '../course/course.ts';
import { LiveCourse } from '../course/live-course.ts';
import { helperRenderer } from '../course/render-pages.ts';
import { Faults } from '../system/faults.ts';
import { packageRoot } from '../system/package-root.ts';
import { stateFolder } from '../system/state-folder.ts';
import { watchBuilds } from './build-watch.ts';
import { Entry } from './entry/entry.ts';
import { RunFile } from './entry/run-file.ts';
import { Strangers } from './guard/strangers.ts';
import { makeApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import { SocketServer } from './http/socket-server.ts';
import { Channels } from './session/channels.ts';

export interface HelperOptions {
  /** A page, a lesson's folder or a course's folder. */
  path?: string;
  /** The port to try first; the next free one is taken where it is not free. 0: any, another one each time. */
  port: number;
  /** Never runs anything live. */
  replay: boolean;
  /** The environment that shells and engine are found with; the process's own by default. */
  env?: NodeJS.ProcessEnv;
  /** Where Capas itself stands: its decks are loaded again when it was built anew there. */
  checkout?: string;
}

export interface Helper {
  port: number;
  /** Pages of the course that are not served, since they can't be read or compiled. */
  leftOut: LeftOutPage[];
  /** Says on standard error and on every deck that something went wrong; the class goes on. Never throws. */
  report(fault: unknown): void;
  /** The course's folder. */
  folder: string;
  /** Where it is served; worth nothing without a key. */
  address: string;
  /** The address with a fresh key in its fragment, which lets one browser in, once and within a minute. */
  invite(): string;
  /** Why a crash would lose its windows, if it would. */
  problem: string | null;
  /** Ends every session and connection. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Bytes of a request's head. Browsers keep cookies apart by neither port nor server, and bring those of every
 * other server of this machine: Chromium up to 180, of 4096 bytes each.
 */
const LONGEST_HEAD = 768 * 1024;

/**
 * Serves a course on 127.0.0.1 and runs its steps. Throws {@link UsageError} when there is no lesson at the
 * path, or no free port near the one asked for.
 */
export async function startHelper(options: HelperOptions): Promise<Helper> {
  const faults = new Faults();
  const loaded = loadCourse(options.path);
  const course = new LiveCourse(loaded, helperRenderer, faults);
  const env = options.env ?? process.env;
  const run = new RunFile(stateFolder(env), realCoursePath(options.path));
  const entry = new Entry(run.secrets);
  const strangers = new Strangers();
  let port = 0;
  const app = makeApp({
    ...{ course, entry, strangers },
    runtime: join(packageRoot, 'dist', 'deck'),
    port: () => port,
  });
  const server = createAdaptorServer({
    ...{ fetch: app.fetch, hostname: '127.0.0.1' },
    serverOptions: { maxHeaderSize: LONGEST_HEAD },
  }) as Server;
  const channels = new Channels({ course, replay: options.replay, env, faults });
  const sockets = new SocketServer({
    ...{ entry, strangers, faults },
    port: () => port,
    channel: (lesson) => channels.find(lesson),
  });
  server.on(
    'connection',
    faults.guard((socket) => strangers.admit(socket)),
  );
  server.on(
    'upgrade',
    faults.guard((request, socket, head) => sockets.upgrade(request, socket, head)),
  );
  await channels.start();
  port = await listen(server, options.port, run.formerPort);
  // A connection that can't be accepted, e.g. because too many files are open.
  server.on('error', faults.report);
  const problem = run.tryToWrite(port);
  course.watch();
  const builds = watchBuilds(
    options.checkout ?? packageRoot,
    faults.guard(() => channels.tell({ type: 'rebuilt' })),
  );
  const origin = `http://127.0.0.1:${port}`;
  return {
    port,
    leftOut: loaded.leftOut,
    report: faults.report,
    folder: course.folder,
    address: `${origin}/${entry.place}/`,
    invite: () => origin + entry.invite(),
    problem,
    async close() {
      builds.close();
      course.close();
      sockets.close();
      await channels.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      run.remove();
    },
  };
}
