/** The command without the bodies of its here-documents: they are data, whatever they look like. */
export function withoutDocuments(command: string): string {
  if (!command.includes('<<')) return command;
  const kept: string[] = [];
  let end: string | null = null;
  for (const line of command.split('\n')) {
    if (end === null) {
      kept.push(line);
      end = findEnd(line);
    } else if (line.trim() === end) end = null;
  }
  return kept.join('\n');
}

/** The word that ends the document which begins behind this line; `null` where none does. */
function findEnd(line: string): string | null {
  if (line.includes('<<<')) return null;
  return /<<-?\s*['"\\]?(\w[\w.-]*)/.exec(line)?.[1] ?? null;
}
