/**
 * The user asked for something that can't be done as asked: a wrong path, a wrong option.
 * The command line prints its message as one line and exits with 2.
 */
export class UsageError extends Error {
  override name = 'UsageError';
}
