import type { Server } from 'node:http';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { makeApp } from './app.ts';
import { Channels } from './channels.ts';
import { type LeftOutPage, loadCourse } from './course.ts';
import { Faults } from './faults.ts';
import { makeToken } from './guard/token.ts';
import { listen } from './listen.ts';
import { LiveCourse } from './live-course.ts';
import { packageRoot } from './package-root.ts';
import { helperRenderer } from './renderer.ts';
import { SocketServer } from './socket-server.ts';

export interface HelperOptions {
  /** A page, a lesson's folder or a course's folder. */
  path?: string;
  /** The port to try first; the next free one is taken where it is not free. 0 lets the system choose. */
  port: number;
  /** Never runs anything live. */
  replay: boolean;
  /** The environment that shells and engine are found with; the process's own by default. */
  env?: NodeJS.ProcessEnv;
}

export interface Helper {
  /** The address to open, with the secret in its fragment: it is not to be logged anywhere else. */
  url: string;
  port: number;
  token: string;
  /** Pages of the course that are not served, since they can't be read or compiled. */
  leftOut: LeftOutPage[];
  /** Says on standard error and on every deck that something went wrong; the class goes on. Never throws. */
  report(fault: unknown): void;
  /** Ends every session and connection. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Serves a course on 127.0.0.1 and runs its steps. Throws {@link UsageError} when there is no lesson at the
 * path, or no free port near the one asked for.
 */
export async function startHelper(options: HelperOptions): Promise<Helper> {
  const faults = new Faults();
  const loaded = loadCourse(options.path);
  const course = new LiveCourse(loaded, helperRenderer, faults);
  const token = makeToken();
  let port = 0;
  const app = makeApp({ course, runtime: join(packageRoot, 'dist', 'deck'), port: () => port });
  const server = createAdaptorServer({ fetch: app.fetch, hostname: '127.0.0.1' }) as Server;
  const channels = new Channels({ course, replay: options.replay, env: options.env ?? process.env, faults });
  const channel = (lesson: string) => channels.find(lesson);
  const sockets = new SocketServer({ token, port: () => port, channel, faults });
  server.on(
    'upgrade',
    faults.guard((request, socket, head) => sockets.upgrade(request, socket, head)),
  );
  await channels.start();
  port = await listen(server, options.port);
  // A connection that can't be accepted, e.g. because too many files are open.
  server.on('error', faults.report);
  course.watch();
  const [first] = course.slugs;
  const place = course.slugs.length === 1 ? `${encodeURIComponent(first!)}/` : '';
  return {
    url: `http://127.0.0.1:${port}/${place}#token=${token}`,
    port,
    token,
    leftOut: loaded.leftOut,
    report: faults.report,
    async close() {
      course.close();
      sockets.close();
      await channels.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
