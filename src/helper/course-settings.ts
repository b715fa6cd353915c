import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { UsageError } from './usage-error.ts';

const schema = v.object({
  title: v.optional(v.string(), ''),
  author: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  language: v.optional(v.string(), ''),
  theme: v.optional(v.picklist(['light', 'dark', 'auto']), 'auto'),
  engine: v.optional(v.picklist(['auto', 'none']), 'auto'),
});

/** What `course.yml` says about a course; empty strings where it says nothing. */
export type CourseSettings = v.InferOutput<typeof schema>;

/**
 * Reads `course.yml` of a folder; without one, what a Jekyll site says of itself in `_config.yml`, or else the
 * defaults. Unknown keys are left alone. Throws {@link UsageError} with the key that is wrong and what it may be.
 */
export function readCourseSettings(folder: string): CourseSettings {
  const file = join(folder, 'course.yml');
  const text = readIfThere(file);
  if (text === null) return readSiteSettings(folder);
  const said = parseYaml(file, text) ?? {};
  if (typeof said !== 'object' || Array.isArray(said)) {
    throw new UsageError(`${file}: it holds no keys. Write them as in "title: Docker", or remove the file.`);
  }
  const result = v.safeParse(schema, said);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new UsageError(`${file}: ${v.getDotPath(issue)}: ${issue.message}. Mend or remove it.`);
}

/** A site's file is not written for us: what can't be used of it is as if it were not there. */
function readSiteSettings(folder: string): CourseSettings {
  const text = readIfThere(join(folder, '_config.yml')) ?? '';
  const site = v.safeParse(v.record(v.string(), v.unknown()), parseQuietly(text));
  const take = (...keys: string[]) =>
    keys.map((key) => (site.success ? site.output[key] : '')).find((value) => typeof value === 'string') ??
    '';
  return v.parse(schema, {
    title: take('title'),
    author: take('author'),
    description: take('description'),
    language: take('lang', 'locale'),
  });
}

function parseQuietly(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
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
