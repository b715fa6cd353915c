import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { UsageError } from '../system/usage-error.ts';
import { readUserFile, type UnreadableFile } from '../system/user-file.ts';
import { resolveInside } from './resolve-inside.ts';

/** Bytes of a file of settings; nothing that a person wrote comes near. */
const LARGEST = 64 * 1024;
const LARGEST_SITE = 1024 * 1024;

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
  const text = readIfThere(folder, 'course.yml', LARGEST);
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
  const site = v.safeParse(v.record(v.string(), v.unknown()), readQuietly(folder, '_config.yml'));
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

function readQuietly(folder: string, name: string): unknown {
  try {
    const text = readIfThere(folder, name, LARGEST_SITE) ?? '';
    // To look for keys that stand twice takes the square of their number.
    return parse(text, { uniqueKeys: false, logLevel: 'silent' });
  } catch {
    return null;
  }
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch (error) {
    const [first] = (error as Error).message.split('\n');
    throw new UsageError(`${file}: not valid YAML. ${first}`);
  }
}

/** `null` where there is none. Throws {@link UsageError} where there is one and it can't be read. */
function readIfThere(folder: string, name: string, largest: number): string | null {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const file = resolveInside(folder, name);
  if (file === null) throw new UsageError(`${path}: leads out of the course. Put the file itself there.`);
  try {
    return readUserFile(file, largest).toString('utf8');
  } catch (error) {
    throw new UsageError(`${path}: ${explain(error as UnreadableFile)}`);
  }
}

function explain({ why, code }: UnreadableFile): string {
  if (why === 'too large') return `larger than ${LARGEST / 1024} KB. Mend or remove it.`;
  if (why === 'not a file') return 'not a file. Write it as text, or remove it.';
  return `can't be read (${code}). Check its permissions.`;
}
