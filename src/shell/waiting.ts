import { isProgramPrompt } from './prompts.ts';

/**
 * Whether the cursor's line looks like a prompt that waits: `root@3f2a:/# `, `>>> `, `(gdb) `, `Password: `. A blank
 * after the sign tells it from a percentage or the end of a tag.
 */
export function looksLikePrompt(line: string): boolean {
  return (
    /[#$%>»❯] $/.test(line) ||
    isProgramPrompt(line) ||
    /\b(password|contraseña|passphrase|continue\?|\[y\/n\])[^\n]{0,80}[:?] ?$/i.test(line)
  );
}

/** Whether a line is a prompt that waits: as most look, or the page's own. */
export function isPromptOf(line: string, expected: string): boolean {
  return looksLikePrompt(line) || (expected !== '' && isSamePrompt(line, expected));
}

/**
 * Whether two prompts are plainly the same program's: they differ only in a container's id, numbers, what stands
 * in brackets (a database), and the folder.
 */
export function isSamePrompt(one: string, other: string): boolean {
  return withoutPlace(one) === withoutPlace(other);
}

function withoutPlace(prompt: string): string {
  return prompt
    .trim()
    .replace(/\b[0-9a-f]{12}\b/g, 'ID')
    .replace(/\d+/g, '0')
    .replace(/\[[^\]@]*\]/g, '[]')
    .replace(/(?:^|(?<=:)|\s+)[~/]\S*(?=\s*\]?[#$%>]$)/, '/');
}
