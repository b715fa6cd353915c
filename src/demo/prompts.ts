/**
 * Whether the cursor's line looks like a prompt that waits: `root@3f2a:/# `, `>>> `, `mysql> `. A space after
 * the sign tells it from a percentage or the end of a tag.
 */
export function looksLikePrompt(line: string): boolean {
  return (
    /[#$%>»❯] $/.test(line) ||
    /\b(password|contraseña|passphrase|continue\?|\[y\/n\])[^\n]{0,80}[:?] ?$/i.test(line)
  );
}

/** Whether a line typed into a program ends that program. */
export function endsProgram(command: string): boolean {
  return /^\s*(exit|quit|logout|\\q|\.exit|exit\(\)|quit\(\))\s*\d*\s*;?\s*$/i.test(command);
}
