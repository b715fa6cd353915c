import type { Language } from '../../shell/program.ts';
import { commandDraft, type EntryDraft } from './entry-drafts.ts';

/** How a statement begins in each program's language, for the languages that nothing else looks like. */
const beginnings: Partial<Record<Language, RegExp>> = {
  sql: /^(?:(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|SHOW|USE|DESCRIBE|DESC|GRANT|REVOKE|FLUSH|SET|EXPLAIN|BEGIN|COMMIT|ROLLBACK|TRUNCATE|CALL)\s\S.*|\\[a-z]\S*(?: .*)?|(?:exit|quit|flush privileges|status);?)$/i,
  redis:
    /^(?:SET|GET|DEL|INCR|DECR|EXISTS|EXPIRE|TTL|KEYS|HSET|HGET|HGETALL|LPUSH|RPUSH|LRANGE|LPOP|SADD|SMEMBERS|ZADD|MGET|MSET|AUTH|SELECT|CONFIG|PUBLISH|SUBSCRIBE)\s\S.*$|^(?:INFO|PING|SAVE|BGSAVE|QUIT|DBSIZE|FLUSHALL|FLUSHDB|MONITOR|exit)(?: \S+)*$/i,
  mongo: /^(?:db\.\w.*|rs\.\w.*|show \w+|use \w+|exit|quit\(\))$/,
};

/**
 * Takes a block apart that speaks, without prompts, to the program that is open: all of its lines do,
 * or `null`. An SQL statement goes on until its semicolon.
 */
export function splitStatements(lines: string[], speaks: Language): EntryDraft[] | null {
  const beginning = beginnings[speaks];
  if (beginning === undefined) return null;
  const drafts: EntryDraft[] = [];
  let open: string[] = [];
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (text === '') continue;
    if (open.length === 0 && !beginning.test(text)) return null;
    open.push(text);
    if (speaks === 'sql' && !/;$|^\\|^(?:exit|quit|use \w+)$/i.test(text)) continue;
    drafts.push(statement(at - open.length + 1, open));
    open = [];
  }
  return drafts.length === 0 || open.length > 0 ? null : drafts;
}

function statement(line: number, parts: string[]): EntryDraft {
  const taken = { command: parts.join('\n'), broken: false };
  return { ...commandDraft(line, null, taken, null), statement: true };
}
