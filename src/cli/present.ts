import type { Helper } from '../helper/server.ts';
import { complain, print } from '../system/say.ts';
import { UsageError } from '../system/usage-error.ts';
import { makeCommand, pathArgument } from './command.ts';
import { countLeftOut, tellLeftOut } from './left-out.ts';
import type { Opening } from './open-browser.ts';

export const present = makeCommand({
  meta: { name: 'present', description: 'Serves the deck on 127.0.0.1 and opens it' },
  args: {
    path: pathArgument,
    port: { type: 'string', description: 'The port to try first, then the next free one; without it, any' },
    replay: { type: 'boolean', description: 'Run nothing: every button replays' },
    open: {
      type: 'boolean',
      default: true,
      description: 'Open the deck in the browser',
      negativeDescription: 'Only print its address',
    },
  },
  async run({ args }) {
    const { startHelper } = await import('../helper/server.ts');
    const { isInForeground } = await import('./in-foreground.ts');
    const port = args.port === undefined ? 0 : readPort(args.port);
    const helper = await startHelper({
      ...(args.path !== undefined && { path: args.path }),
      port,
      replay: args.replay ?? false,
    });
    for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, helper.report);
    if (port !== 0 && helper.port !== port) tell(`port ${port} is taken; using ${helper.port}`);
    tellLeftOut(helper.leftOut);
    await warn(helper, args.replay ?? false);
    const sweep = await startSweep();
    const door = new Door(helper, args.open);
    door.show();
    const ended = waitForEnd();
    if (isInForeground()) {
      process.stdin.on('data', () => door.show());
      tell('Enter opens it again, in any browser; Ctrl+C ends it');
    } else tell('capas open opens it again; Ctrl+C ends it');
    await ended;
    process.stdin.pause();
    door.close();
    clearInterval(sweep);
    await helper.close();
    return countLeftOut(helper.leftOut, 0);
  },
});

/** Shows the way in as often as it is asked for, each time with a key of its own. */
class Door {
  private readonly helper: Helper;
  private readonly opens: boolean;
  private readonly openings: Opening[] = [];

  constructor(helper: Helper, opens: boolean) {
    this.helper = helper;
    this.opens = opens;
  }

  /** Prints an address, and opens another one where a browser is wanted. */
  show(): void {
    print(`${this.helper.invite()}\n`);
    if (this.opens) void this.open();
  }

  close(): void {
    for (const opening of this.openings) opening.forget();
  }

  private async open(): Promise<void> {
    const { stateFolder } = await import('../system/state-folder.ts');
    const { openInBrowser } = await import('./open-browser.ts');
    try {
      const opening = await openInBrowser(this.helper.invite(), stateFolder());
      this.openings.push(opening);
      await opening.failed;
      tell('no browser could be opened; open the address above, within a minute');
    } catch (error) {
      tell(`no browser was opened (${(error as Error).message}); open the address above, within a minute`);
    }
  }
}

/** Takes away, now and every minute, the pages of ours or of `capas open` that are no longer of use. */
async function startSweep(): Promise<NodeJS.Timeout> {
  const { stateFolder } = await import('../system/state-folder.ts');
  const { sweepPages } = await import('./open-browser.ts');
  const sweep = () => sweepPages(stateFolder());
  sweep();
  return setInterval(sweep, 60_000).unref();
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text}: not a port. Name a number from 0 (any free one) to 65535`);
}

async function warn({ folder, problem }: Helper, replays: boolean): Promise<void> {
  const { isAroundHome } = await import('../course/resolve-inside.ts');
  if (isAroundHome(folder))
    tell(`${folder}: the course is your home folder; better give it a folder of its own`);
  if (problem !== null) tell(`capas open and coming back after a crash won't work: ${problem}`);
  const { describeCutProxies } = await import('./cut-proxies.ts');
  const proxies = describeCutProxies(process.env);
  if (proxies !== null && !replays) tell(proxies);
}

function tell(text: string): void {
  complain(`capas: ${text}\n`);
}

function waitForEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
