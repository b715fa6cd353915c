import { Parser } from 'htmlparser2';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text or as the value of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** A text of Markdown, where entities are written out as in HTML and everything else means itself. */
export function unescapeHtml(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,40});/gi, decodeEntity) : text;
}

function decodeEntity(entity: string): string {
  let text = '';
  const parser = new Parser({
    ontext: (part) => {
      text += part;
    },
  });
  parser.end(entity);
  return text;
}

/** Data as the content of a `<script type="application/json">`: nothing in it can close the element. */
export function escapeJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Attributes of a tag, each with a blank before it; those that are `null`, `false` or empty lists are left out. */
export function attributes(
  values: Record<string, string | number | boolean | null | readonly string[]>,
): string {
  return Object.entries(values)
    .map(([name, value]) => attribute(name, value))
    .join('');
}

function attribute(name: string, value: string | number | boolean | null | readonly string[]): string {
  if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return '';
  if (value === true) return ` ${name}`;
  return ` ${name}="${escapeHtml(Array.isArray(value) ? value.join(' ') : String(value))}"`;
}
