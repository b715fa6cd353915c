/** What went wrong with the engine. `unreachable`: nobody answers there; `denied`: no permission. */
export type EngineErrorCode =
  | 'unreachable'
  | 'denied'
  | 'timeout'
  | 'aborted'
  | 'not-found'
  | 'conflict'
  | 'failed';

/** An error of the container engine, with the engine's own words. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineError';
    this.code = code;
  }
}

/** Any error of a call as one of ours. */
export function normalizeEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const { message, code, statusCode, json } = readError(error);
  const said =
    typeof json?.message === 'string' ? json.message : message.replace(/^\(HTTP code \d+\)\s*/, '').trim();
  return new EngineError(classify(code, statusCode), said, { cause: error });
}

interface ForeignError {
  message: string;
  code?: string;
  statusCode?: number;
  json?: { message?: unknown };
}

function readError(error: unknown): ForeignError {
  return error instanceof Error ? (error as Error & ForeignError) : { message: String(error) };
}

function classify(code: string | undefined, statusCode: number | undefined): EngineErrorCode {
  if (statusCode === 404) return 'not-found';
  if (statusCode === 409) return 'conflict';
  if (statusCode !== undefined) return 'failed';
  if (code === 'EACCES' || code === 'EPERM') return 'denied';
  if (code === 'ABORT_ERR') return 'aborted';
  if (code === 'ETIMEDOUT') return 'timeout';
  return 'unreachable';
}

/** Ends a call that takes too long: an engine that hangs must never hang the class. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new EngineError('timeout', `no answer within ${milliseconds / 1000} s`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw normalizeEngineError(error);
  } finally {
    clearTimeout(timer);
  }
}
