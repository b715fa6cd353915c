import type { Step } from '../model.ts';

/** What a block's attribute list says of its commands. */
export type StepOptions = Pick<Step, 'exit' | 'timeout' | 'terminal' | 'match'>;

const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Key → how its value is read; what can't be read is as if it were not there. */
const readers: { [Key in keyof StepOptions]: (value: string) => StepOptions[Key] | undefined } = {
  exit: (value) => number(value, 0, 255),
  terminal: (value) => number(value, 1, 9),
  match: (value) => (['exact', 'lines', 'none'] as const).find((match) => match === value),
  timeout: (value) => {
    const found = /^(\d{1,7}(?:\.\d+)?)\s*(ms|s|m|h)?$/.exec(value.trim());
    return found ? Math.round(Number(found[1]) * units[found[2] ?? 's']!) : undefined;
  },
};

/** Reads `exit="1" timeout="60s" terminal="2" match="none"`. */
export function readOptions(values: Record<string, string>): StepOptions {
  const read = <Key extends keyof StepOptions>(key: Key, fallback: StepOptions[Key]): StepOptions[Key] =>
    Object.hasOwn(values, key) ? (readers[key](values[key]!) ?? fallback) : fallback;
  return {
    exit: read('exit', 0),
    timeout: read('timeout', null),
    terminal: read('terminal', 1),
    match: read('match', 'lines'),
  };
}

function number(value: string, from: number, to: number): number | undefined {
  const read = Number(value);
  return /^\d+$/.test(value) && read >= from && read <= to ? read : undefined;
}
