/** For tests with a shell that is no process: what is asked of processes is answered at once. */
import { vi } from 'vitest';

export const readProgram = async () => ({ words: '', started: '' });
export const isInFront = async () => false;
export const killForeground = vi.fn(async (_pid: number, _signal: NodeJS.Signals) => {});
