/** What stands between the marks of a shape: `MariaDB [<in>]>`. */
const parts: Record<string, string> = {
  n: String.raw`\d+`,
  port: String.raw`\d{2,5}`,
  word: String.raw`\w+`,
  name: String.raw`[a-z_][\w-]*`,
  db: String.raw`\w*db`,
  host: String.raw`[\w.-]+`,
  address: String.raw`\S+`,
  in: String.raw`[^\]\n]*`,
  args: String.raw`[^)\n]*`,
};

/** The expression of prompts that are written as they look, with marks for what changes; without any, none fits. */
export function shapesToPattern(shapes: readonly string[]): string {
  const one = (shape: string) =>
    shape.replace(/<(\w+)>|[^\w ]/g, (sign, part?: string) => (part && parts[part]) || `\\${sign}`);
  return shapes.length === 0 ? '(?!)' : `(?:${shapes.map(one).join('|')})`;
}
