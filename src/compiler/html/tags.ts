import { escapeHtml } from './escape.ts';

/** Changes an attribute's value; `null` takes the attribute away. */
export type ChangeValue = (attribute: string, value: string) => string | null;

const TAG = /<\/?([a-z][a-z\d]*)\b[^<>]*>/gi;
/** Whole attributes one after the other: a value may hold what looks like another attribute. */
const ATTRIBUTE = /\s+([^\s="'<>/]+)(?:="([^"]*)")?/g;

/** Goes through the tags of sanitised HTML, whose values stand in double quotes and hold no `<` or `>`. */
export function rewriteTags(html: string, rewrite: (tag: string, name: string) => string): string {
  return html.includes('<') ? html.replace(TAG, rewrite) : html;
}

export function rewriteAttributes(tag: string, change: ChangeValue): string {
  return tag.replace(ATTRIBUTE, (written, name: string, value: string | undefined) => {
    if (value === undefined) return written;
    const before = unescapeAttribute(value);
    const after = change(name, before);
    if (after === before) return written;
    return after === null ? '' : ` ${name}="${escapeHtml(after)}"`;
  });
}

/** An attribute's value; empty without it. */
export function readAttribute(tag: string, wanted: string): string {
  for (const [, name, value = ''] of tag.matchAll(ATTRIBUTE)) {
    if (name === wanted) return unescapeAttribute(value);
  }
  return '';
}

function unescapeAttribute(value: string): string {
  return value.replace(/&(amp|quot|lt|gt|#39);/g, (_, name: string) => UNESCAPED[name]!);
}

const UNESCAPED: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };
