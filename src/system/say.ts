import { formatJson, makeVisible } from './visible.ts';

/** Writes a result to standard output; nothing in it can command the terminal. */
export function print(text: string): void {
  process.stdout.write(makeVisible(text));
}

/** Writes a result as JSON to standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${formatJson(value)}\n`);
}

/** Writes what is not a result to standard error; nothing in it can command the terminal. */
export function complain(text: string): void {
  process.stderr.write(makeVisible(text));
}

/** Writes text of our own, with its colours and movements; what is foreign in it was made visible before. */
export function draw(text: string, stream: NodeJS.WriteStream): void {
  stream.write(text);
}
