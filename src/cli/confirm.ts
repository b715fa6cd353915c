import { createInterface } from 'node:readline/promises';

/** Asks a question on the terminal; where there is none nobody can agree. `y` agrees, everything else does not. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*(?:y|yes)\s*$/i.test(await line.question(`capas: ${question} [y/N] `));
  } catch {
    return false;
  } finally {
    line.close();
  }
}
