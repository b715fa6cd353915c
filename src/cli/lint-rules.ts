import { severities } from '../compiler/lint/codes.ts';
import type { Severities } from '../compiler/lint/lint.ts';
import { UsageError } from '../system/usage-error.ts';

const LEVELS = { off: 'off', warn: 'warning', error: 'error' } as const;

/**
 * Reads every `--rule code=off|warn|error` of a command line; the last one for a code counts.
 * Throws {@link UsageError} with what there is to choose from.
 */
export function readRules(rawArgs: string[]): Severities {
  return new Map(valuesOf(rawArgs, '--rule').map(readRule));
}

function readRule(text: string): [string, 'off' | 'warning' | 'error'] {
  const [code = '', level = ''] = text.split('=');
  if (!severities.has(code)) {
    throw new UsageError(
      `--rule ${text}: there is no code ${code}. The codes are: ${[...severities.keys()].join(', ')}.`,
    );
  }
  if (!Object.hasOwn(LEVELS, level)) {
    throw new UsageError(`--rule ${text}: write ${code}=off, ${code}=warn or ${code}=error.`);
  }
  return [code, LEVELS[level as keyof typeof LEVELS]];
}

function valuesOf(rawArgs: string[], option: string): string[] {
  return rawArgs.flatMap((arg, at) => {
    if (arg.startsWith(`${option}=`)) return [arg.slice(option.length + 1)];
    return arg === option ? [rawArgs[at + 1] ?? ''] : [];
  });
}
