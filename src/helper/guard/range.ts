/** First and last byte that are asked for, from 0; `all` for the whole; `none` for what is not there. */
export type ByteRange = { first: number; last: number } | 'all' | 'none';

/**
 * What a `Range` header asks of something of this many bytes (RFC 9110, section 14). One range only: several, and
 * what is no range of bytes, are answered with the whole.
 */
export function readRange(header: string | undefined, size: number): ByteRange {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return 'all';
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'none' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return 'all';
  return first < size ? { first, last } : 'none';
}
