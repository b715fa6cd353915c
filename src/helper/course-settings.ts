import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { UsageError } from './usage-error.ts';

const schema = v.object({
  title: v.optional(v.string(), ''),
  author: v.optional(v.string(), ''),
  language: v.optional(v.string(), ''),
  theme: v.optional(v.picklist(['light', 'dark', 'auto']), 'auto'),
  engine: v.optional(v.picklist(['auto', 'none']), 'auto'),
});

/** What `course.yml` says about a course; empty strings where it says nothing. */
export type CourseSettings = v.InferOutput<typeof schema>;

/**
 * Reads `course.yml` of a folder; without one, the defaults. Unknown keys are left alone.
 * Throws {@link UsageError} with the key that is wrong and what it may be.
 */
export function readCourseSettings(folder: string): CourseSettings {
  const file = join(folder, 'course.yml');
  const text = readIfThere(file);
  if (text === null) return v.parse(schema, {});
  const result = v.safeParse(schema, parseYaml(file, text) ?? {});
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new UsageError(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}. Mend or remove it.`);
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [first] = (error as Error).message.split('\n');
    throw new UsageError(`${file}: not valid YAML. ${first}`);
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
