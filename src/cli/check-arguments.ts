import type { ArgsDef } from 'citty';

/**
 * What is wrong with a command's arguments, or `null`: a flag that it does not have, a value where none
 * belongs, more paths than it takes. A mistyped flag must never be silently ignored.
 */
export function checkArguments(rawArgs: string[], args: ArgsDef, many = false): string | null {
  const positionals = many
    ? Number.POSITIVE_INFINITY
    : Object.values(args).filter((arg) => arg.type === 'positional').length;
  let seen = 0;
  for (let i = 0; i < rawArgs.length; i++) {
    const raw = rawArgs[i]!;
    if (!raw.startsWith('-') || raw === '-') {
      if (++seen > positionals) return `unexpected argument ${raw}`;
      continue;
    }
    const type = flagType(raw, args);
    if (type === null) return `unknown option ${raw.replace(/=.*/s, '')}`;
    if (type === 'value' && !raw.includes('=')) {
      i++;
      if (rawArgs[i] === undefined || rawArgs[i]!.startsWith('--')) return `${raw} needs a value`;
    }
  }
  return null;
}

function flagType(raw: string, args: ArgsDef): 'boolean' | 'value' | null {
  const name = raw.replace(/^--?/, '').replace(/=.*/s, '');
  const arg = raw.startsWith('--') ? args[name] : findByAlias(name, args);
  if (arg && arg.type !== 'positional') return arg.type === 'boolean' ? 'boolean' : 'value';
  const negated = raw.startsWith('--no-') ? args[name.slice(3)] : undefined;
  return negated?.type === 'boolean' ? 'boolean' : null;
}

function findByAlias(letter: string, args: ArgsDef): ArgsDef[string] | undefined {
  return Object.values(args).find((arg) => 'alias' in arg && arg.alias === letter);
}
