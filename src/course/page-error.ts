import { UsageError } from '../system/usage-error.ts';

/** A page can't be read or compiled: `page` as messages show it, and why, with what to do. */
export class PageError extends UsageError {
  readonly page: string;
  readonly reason: string;

  constructor(page: string, reason: string, options?: ErrorOptions) {
    super(`${page}: ${reason}`, options);
    this.page = page;
    this.reason = reason;
  }
}
