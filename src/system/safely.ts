/** Hears of what went wrong in a handler. It must not throw. */
export type OnFault = (fault: unknown) => void;

/**
 * A handler of messages, events or a timer that can't end the process: neither what it throws nor a promise
 * of it that is rejected goes further than `onFault`.
 */
export function safely<Args extends unknown[]>(
  onFault: OnFault,
  handle: (...args: Args) => unknown,
): (...args: Args) => void {
  return (...args) => {
    try {
      const result = handle(...args);
      if (result instanceof Promise) result.catch(onFault);
    } catch (fault) {
      onFault(fault);
    }
  };
}
