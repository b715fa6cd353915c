import { runCli } from './run.ts';

process.stdout.on('error', stopQuietly);
// Whoever closed the terminal wants to hear no more.
process.stderr.on('error', () => {});
process.exitCode = await runCli(process.argv.slice(2));

/** Who reads our output may stop reading (`capas inspect | head`): that is no error. */
function stopQuietly(error: NodeJS.ErrnoException) {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
