import { UsageError } from '../helper/usage-error.ts';
import { complain, print } from '../system/say.ts';
import { makeCommand, pathArgument } from './command.ts';
import { tellLeftOut } from './left-out.ts';

/** The port that is tried first, so that an address can be kept as a bookmark. */
const PORT = '4321';

export const present = makeCommand({
  meta: { name: 'present', description: 'Serves the deck on 127.0.0.1 and opens it' },
  args: {
    path: pathArgument,
    port: { type: 'string', default: PORT, description: 'The port to try first; then the next free one' },
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
    const port = readPort(args.port);
    const helper = await startHelper({
      ...(args.path !== undefined && { path: args.path }),
      port,
      replay: args.replay ?? false,
    });
    for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, helper.report);
    if (port !== 0 && helper.port !== port) tell(`port ${port} is taken; using ${helper.port}`);
    tellLeftOut(helper.leftOut);
    print(`${helper.url}\n`);
    const ended = waitForEnd();
    if (args.open) await openInBrowser(helper.url);
    tell('Ctrl+C ends it');
    await ended;
    await helper.close();
    return 0;
  },
});

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port ${text}: not a port. Name a number from 0 (any free one) to 65535`);
}

/** Opens the deck, or says that it can't and goes on: the address was printed. */
async function openInBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  const refused = () => tell('no browser could be opened; open the address above');
  try {
    const child = await open(url);
    child.once('error', refused);
    child.once('exit', (status) => {
      if (status) refused();
    });
  } catch {
    refused();
  }
}

function tell(text: string): void {
  complain(`capas: ${text}\n`);
}

function waitForEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
