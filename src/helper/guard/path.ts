/**
 * The segments of a request's target, decoded, or `null` when there is anything in it that no page of ours
 * asks for: `..` and `.` (also encoded), empty segments, encoded slashes, backslashes, null bytes, drives,
 * streams, hidden files, and targets that are whole addresses. A last empty segment stands for `/` at the end.
 */
export function readTarget(target: string): string[] | null {
  const path = target.replace(/\?.*$/s, '');
  if (!path.startsWith('/') || path.length > 2048) return null;
  const segments = path.slice(1).split('/').map(decode);
  const last = segments.length - 1;
  const fine = segments.every(
    (segment, i) => segment !== null && (segment === '' ? i === last : isName(segment)),
  );
  return fine ? (segments as string[]) : null;
}

/** Names begin with neither a dot nor hold what a file system reads in its own way. */
function isName(segment: string): boolean {
  return !segment.startsWith('.') && !/[/\\:\x00-\x1f\x7f]/.test(segment);
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
